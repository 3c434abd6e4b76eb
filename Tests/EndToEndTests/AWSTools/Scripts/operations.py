"""Calls every operation of API Gateway with valid input and checks each answer's shape.

Prints one line an entity and ends with 1 when an answer deviates or an operation was not called.
"""

import datetime
import json
import sys

from service import Deviation, Service, patch
from stored import account_tags_sdks, authorizers, certificates_and_links, documentation, domains


def keys(service):
    call = service.call
    key = call("CreateApiKey", name="orders", enabled=True, tags={"team": "shop"})
    call("GetApiKey", apiKey=key["id"])
    assert call("GetApiKey", apiKey=key["id"], includeValue=True)["value"] == key["value"]
    assert "value" not in call("GetApiKeys", nameQuery="ord")["items"][0]
    call("GetApiKeys", includeValues=True, limit=1)
    changed = call(
        "UpdateApiKey", apiKey=key["id"], patchOperations=patch(("replace", "/name", "orders-2"))
    )
    assert changed["name"] == "orders-2" and "value" not in changed
    # Terraform sends what is not set as "".
    bare = call("CreateApiKey", name="", description="", value="", customerId="")
    assert "name" not in bare and "description" not in bare and len(bare["value"]) == 40, bare
    call("DeleteApiKey", apiKey=bare["id"])
    csv = "Name,key,description,Enabled,usageplanIds\nimported,abcdefghijklmnopqrstuvwxyz01,x,TRUE,\n"
    assert len(call("ImportApiKeys", body=csv.encode(), format="csv")["ids"]) == 1
    return key


def api(service):
    """An API with one resource, `/pets`, whose GET is mocked and requires a key."""
    call = service.call
    made = call("CreateRestApi", name="shop", description="the shop")
    api_id = made["id"]
    call("GetRestApi", restApiId=api_id)
    call("GetRestApis")
    call("UpdateRestApi", restApiId=api_id, patchOperations=patch(("replace", "/name", "shop-2")))
    pets = call(
        "CreateResource", restApiId=api_id, parentId=made["rootResourceId"], pathPart="pets"
    )["id"]
    call("GetResource", restApiId=api_id, resourceId=pets, embed=["methods"])
    call("GetResources", restApiId=api_id, embed=["methods"])
    call(
        "UpdateResource",
        restApiId=api_id,
        resourceId=pets,
        patchOperations=patch(("replace", "/pathPart", "animals")),
    )
    return api_id, pets


def methods(service, api_id, resource_id):
    call = service.call
    at = {"restApiId": api_id, "resourceId": resource_id, "httpMethod": "GET"}
    call("PutMethod", **at, authorizationType="NONE", apiKeyRequired=False)
    call("UpdateMethod", **at, patchOperations=patch(("replace", "/apiKeyRequired", "true")))
    call("PutMethodResponse", **at, statusCode="200", responseModels={"application/json": "Empty"})
    call("GetMethodResponse", **at, statusCode="200")
    call(
        "UpdateMethodResponse",
        **at,
        statusCode="200",
        patchOperations=patch(("add", "/responseParameters/method.response.header.x-a", "false")),
    )
    call(
        "PutIntegration", **at, type="MOCK", requestTemplates={"application/json": '{"statusCode": 200}'}
    )
    call("GetIntegration", **at)
    call("UpdateIntegration", **at, patchOperations=patch(("replace", "/timeoutInMillis", "5000")))
    call(
        "PutIntegrationResponse",
        **at,
        statusCode="200",
        responseTemplates={"application/json": '{"pets": 1}'},
    )
    call("GetIntegrationResponse", **at, statusCode="200")
    call(
        "UpdateIntegrationResponse",
        **at,
        statusCode="200",
        patchOperations=patch(("replace", "/selectionPattern", "2\\d\\d")),
    )
    call("GetMethod", **at)
    tested = call("TestInvokeMethod", **at, pathWithQueryString="/animals?x=1", headers={"a": "b"})
    assert tested["status"] == 200 and json.loads(tested["body"]) == {"pets": 1}, tested
    return at


def deployments(service, api_id):
    call = service.call
    first = call("CreateDeployment", restApiId=api_id, stageName="prod", description="first")["id"]
    second = call("CreateDeployment", restApiId=api_id, stageName="", description="")["id"]
    call("GetDeployment", restApiId=api_id, deploymentId=first, embed=["apisummary"])
    call("GetDeployments", restApiId=api_id)
    call(
        "UpdateDeployment",
        restApiId=api_id,
        deploymentId=first,
        patchOperations=patch(("replace", "/description", "the first")),
    )
    call(
        "CreateStage",
        restApiId=api_id,
        stageName="test",
        deploymentId=second,
        variables={"host": "example.com"},
        canarySettings={"deploymentId": first, "percentTraffic": 50},
        tags={"team": "shop"},
    )
    call("GetStage", restApiId=api_id, stageName="test")
    call("GetStages", restApiId=api_id)
    call(
        "UpdateStage",
        restApiId=api_id,
        stageName="test",
        patchOperations=patch(
            ("replace", "/*/*/throttling/rateLimit", "12.5"), ("remove", "/canarySettings")
        ),
    )
    call("FlushStageCache", restApiId=api_id, stageName="test")
    call("FlushStageAuthorizersCache", restApiId=api_id, stageName="test")
    exported = service.client.get_export(
        restApiId=api_id, stageName="prod", exportType="oas30", accepts="application/json"
    )
    document = exported["body"].read()
    assert json.loads(document)["openapi"].startswith("3.0")
    yaml = service.client.get_export(
        restApiId=api_id,
        stageName="prod",
        exportType="swagger",
        accepts="application/yaml",
        parameters={"extensions": "apigateway"},
    )
    assert b"swagger" in yaml["body"].read()
    copy = call("ImportRestApi", body=document, parameters={"basepath": "ignore"})["id"]
    call("PutRestApi", restApiId=copy, mode="overwrite", body=document)
    call("DeleteRestApi", restApiId=copy)
    return first, second


def plans(service, api_id, key):
    call = service.call
    plan = call(
        "CreateUsagePlan",
        name="gold",
        apiStages=[{"apiId": api_id, "stage": "prod"}],
        throttle={"rateLimit": 50, "burstLimit": 100},
        quota={"limit": 1000, "period": "MONTH"},
    )["id"]
    call("GetUsagePlan", usagePlanId=plan)
    call("CreateUsagePlanKey", usagePlanId=plan, keyId=key["id"], keyType="API_KEY")
    call("GetUsagePlans", keyId=key["id"])
    call("GetUsagePlanKey", usagePlanId=plan, keyId=key["id"])
    assert len(call("GetUsagePlanKeys", usagePlanId=plan)["items"]) == 1
    call(
        "UpdateUsagePlan",
        usagePlanId=plan,
        patchOperations=patch(
            ("replace", f"/apiStages/{api_id}:prod/throttle/~1animals/GET/rateLimit", "5"),
            ("replace", f"/apiStages/{api_id}:prod/throttle/~1animals/GET/burstLimit", "9"),
        ),
    )
    today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    call("GetUsage", usagePlanId=plan, startDate=today, endDate=today)
    granted = call(
        "UpdateUsage",
        usagePlanId=plan,
        keyId=key["id"],
        patchOperations=patch(("replace", "/remaining", "2000")),
    )
    assert granted["items"][key["id"]] == [[0, 2000]], granted
    call("GetUsage", usagePlanId=plan, keyId=key["id"], startDate=today, endDate=today)
    return plan


def answers_models_validators(service, api_id):
    call = service.call
    at = {"restApiId": api_id, "responseType": "THROTTLED"}
    call("PutGatewayResponse", **at, statusCode="429", responseTemplates={"application/json": "{}"})
    call("GetGatewayResponse", **at)
    call("GetGatewayResponses", restApiId=api_id)
    call("UpdateGatewayResponse", **at, patchOperations=patch(("replace", "/statusCode", "430")))
    call("DeleteGatewayResponse", **at)

    schema = json.dumps({"type": "object", "properties": {"name": {"type": "string"}}})
    pet = {"restApiId": api_id, "modelName": "Pet"}
    call("CreateModel", restApiId=api_id, name="Pet", contentType="application/json", schema=schema)
    call("GetModel", **pet, flatten=True)
    call("GetModels", restApiId=api_id)
    call("GetModelTemplate", **pet)
    call("UpdateModel", **pet, patchOperations=patch(("replace", "/description", "a pet")))
    call("DeleteModel", **pet)

    validator = call(
        "CreateRequestValidator", restApiId=api_id, name="all", validateRequestBody=True
    )["id"]
    at = {"restApiId": api_id, "requestValidatorId": validator}
    call("GetRequestValidator", **at)
    call("GetRequestValidators", restApiId=api_id)
    call(
        "UpdateRequestValidator",
        **at,
        patchOperations=patch(("replace", "/validateRequestParameters", "true")),
    )
    call("DeleteRequestValidator", **at)


def take_down(service, api_id, method, deployments, plan, key):
    """Deletes in the order that the service's rules ask for."""
    call = service.call
    first, second = deployments
    call("DeleteIntegrationResponse", **method, statusCode="200")
    call("DeleteIntegration", **method)
    call("DeleteMethodResponse", **method, statusCode="200")
    call("DeleteMethod", **method)
    call("DeleteResource", restApiId=api_id, resourceId=method["resourceId"])
    call("DeleteUsagePlanKey", usagePlanId=plan, keyId=key["id"])
    call(
        "UpdateUsagePlan",
        usagePlanId=plan,
        patchOperations=patch(("remove", "/apiStages", f"{api_id}:prod")),
    )
    call("DeleteUsagePlan", usagePlanId=plan)
    call("DeleteApiKey", apiKey=key["id"])
    call("DeleteStage", restApiId=api_id, stageName="test")
    call("DeleteDeployment", restApiId=api_id, deploymentId=second)
    call("DeleteRestApi", restApiId=api_id)


def main():
    service = Service()
    key = keys(service)
    api_id, resource_id = api(service)
    method = methods(service, api_id, resource_id)
    made = deployments(service, api_id)
    plan = plans(service, api_id, key)
    answers_models_validators(service, api_id)
    authorizers(service, api_id)
    documentation(service, api_id)
    certificates_and_links(service)
    domains(service, api_id)
    account_tags_sdks(service, api_id)
    take_down(service, api_id, method, made, plan, key)

    left = set(service.model.operation_names) - service.called
    if left:
        raise Deviation(f"not called: {', '.join(sorted(left))}")
    print(f"{len(service.called)} operations answered as the service's model says")


if __name__ == "__main__":
    try:
        main()
    except (Deviation, AssertionError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
