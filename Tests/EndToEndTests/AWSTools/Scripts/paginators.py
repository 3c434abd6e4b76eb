"""Walks every paginator, the key ones over 1,203 keys, while an entity is deleted between pages.

`paginators.py HOST:PORT`, the gateway's. What was there at the start and is there at the end must be seen once, whatever else goes on.
"""

import datetime
import http.client
import json
import sys

from service import Deviation, Service, boto3_name, patch

KEY_COUNT = 1_203
PAGE = 100


def walk(service, operation, identity, delete=None, limit=PAGE, **parameters):
    """Walks a paginator and deletes one entity that is still to come after the first page.

    - identity: what tells one item from another.
    - delete: takes the identities seen so far and deletes one item; returns its identity.
    """
    paginator = service.client.get_paginator(boto3_name(operation))
    seen, deleted, pages = [], None, 0
    for page in paginator.paginate(**parameters, PaginationConfig={"PageSize": limit}):
        pages += 1
        items = page["items"]
        seen += [identity(item) for item in (items.items() if isinstance(items, dict) else items)]
        if len(items) > limit:
            raise Deviation(f"{operation}: {len(items)} items on a page of {limit}")
        if pages == 1 and delete is not None:
            deleted = delete(set(seen))
    if len(seen) != len(set(seen)):
        raise Deviation(f"{operation}: an item came twice")
    return set(seen), deleted, pages


def expect_walk(service, operation, identity, everything, delete=None, limit=PAGE, **parameters):
    seen, deleted, pages = walk(service, operation, identity, delete, limit, **parameters)
    wanted = set(everything) - {deleted}
    if not wanted <= seen or not seen <= set(everything):
        raise Deviation(
            f"{operation}: {len(wanted - seen)} missed, {len(seen - set(everything))} unknown"
        )
    if pages < 2:
        raise Deviation(f"{operation}: one page only, so nothing was shown")
    everything.discard(deleted)
    print(f"{operation}: {len(seen)} items on {pages} pages")


def by_id(item):
    return item["id"]


def unseen(everything, seen):
    """An item that no page has shown yet, so that its deletion moves what is still to come."""
    return sorted(set(everything) - seen)[0]


def many_keys(service, plan):
    rows = "".join(
        f"key-{n:04},value-of-key-number-{n:010},,true,{plan}\n" for n in range(KEY_COUNT)
    )
    head = "name,key,description,enabled,usageplanIds\n"
    return set(
        service.call("ImportApiKeys", body=(head + rows).encode(), format="csv")["ids"]
    )


def open_stage(service):
    """A stage whose one method asks for a key; its API's id."""
    api = service.call("CreateRestApi", name="used")
    method = {"restApiId": api["id"], "resourceId": api["rootResourceId"], "httpMethod": "GET"}
    service.call("PutMethod", **method, authorizationType="NONE", apiKeyRequired=True)
    service.call("PutIntegration", **method, type="MOCK")
    service.call("CreateDeployment", restApiId=api["id"], stageName="prod")
    return api["id"]


def use(service, gateway, api, plan):
    """One request by each key of a plan: only keys that were used are in its usage."""
    connection = http.client.HTTPConnection(gateway, timeout=20)
    paginator = service.client.get_paginator("get_usage_plan_keys")
    for page in paginator.paginate(usagePlanId=plan, PaginationConfig={"PageSize": 500}):
        for key in page["items"]:
            connection.request("GET", f"/{api}/prod/", headers={"x-api-key": key["value"]})
            response = connection.getresponse()
            response.read()
            if response.status in (403, 429):
                raise Deviation(f"the gateway answered {key['id']} with {response.status}")


def keys(service, gateway):
    api = open_stage(service)
    plan = service.call(
        "CreateUsagePlan",
        name="paged",
        quota={"limit": 9, "period": "DAY"},
        apiStages=[{"apiId": api, "stage": "prod"}],
    )["id"]
    keys = many_keys(service, plan)
    if len(keys) != KEY_COUNT:
        raise Deviation(f"{len(keys)} of {KEY_COUNT} keys were imported")

    def delete(seen):
        key = unseen(keys, seen)
        service.call("DeleteApiKey", apiKey=key)
        return key

    today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    expect_walk(service, "GetApiKeys", by_id, keys, delete, limit=500)
    expect_walk(service, "GetApiKeys", by_id, keys, delete, nameQuery="key-")
    expect_walk(service, "GetUsagePlanKeys", by_id, keys, delete, usagePlanId=plan)
    use(service, gateway, api, plan)
    expect_walk(
        service,
        "GetUsage",
        lambda item: item[0],
        keys,
        delete,
        usagePlanId=plan,
        startDate=today,
        endDate=today,
    )


def small(service, operation, create, delete, identity=by_id, count=7, **parameters):
    """Makes a few entities and walks them three at a time, deleting one on the way."""
    made = {create(number) for number in range(count)}

    def delete_one(seen):
        chosen = unseen(made, seen)
        delete(chosen)
        return chosen

    # What was there before, such as an API's own models, is part of the walk.
    everything, _, _ = walk(service, operation, identity, limit=500, **parameters)
    made &= everything
    rest = everything - made
    seen, deleted, pages = walk(service, operation, identity, delete_one, 3, **parameters)
    if not (made | rest) - {deleted} <= seen or pages < 2:
        raise Deviation(f"{operation}: {(made | rest) - {deleted} - seen} missed")
    print(f"{operation}: {len(seen)} items on {pages} pages")


def workspace_lists(service):
    call = service.call
    small(
        service,
        "GetUsagePlans",
        lambda n: call("CreateUsagePlan", name=f"plan-{n}")["id"],
        lambda id: call("DeleteUsagePlan", usagePlanId=id),
    )
    small(
        service,
        "GetRestApis",
        lambda n: call("CreateRestApi", name=f"api-{n}")["id"],
        lambda id: call("DeleteRestApi", restApiId=id),
    )
    small(
        service,
        "GetClientCertificates",
        lambda n: call("GenerateClientCertificate")["clientCertificateId"],
        lambda id: call("DeleteClientCertificate", clientCertificateId=id),
        identity=lambda item: item["clientCertificateId"],
    )
    balancer = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/a/0123456789abcdef"
    small(
        service,
        "GetVpcLinks",
        lambda n: call("CreateVpcLink", name=f"link-{n}", targetArns=[balancer])["id"],
        lambda id: call("DeleteVpcLink", vpcLinkId=id),
    )
    certificate = "arn:aws:acm:us-east-1:123456789012:certificate/6c8e1f3a-0000-4000-8000-000000000000"
    small(
        service,
        "GetDomainNames",
        lambda n: call(
            "CreateDomainName",
            domainName=f"d{n}.example.com",
            regionalCertificateArn=certificate,
            endpointConfiguration={"types": ["REGIONAL"]},
        )["domainName"],
        lambda name: call("DeleteDomainName", domainName=name),
        identity=lambda item: item["domainName"],
    )


def api_lists(service):
    call = service.call
    api = call("CreateRestApi", name="paged")
    at = {"restApiId": api["id"]}
    root = api["rootResourceId"]
    small(
        service,
        "GetResources",
        lambda n: call("CreateResource", **at, parentId=root, pathPart=f"p{n}")["id"],
        lambda id: call("DeleteResource", **at, resourceId=id),
        **at,
    )
    small(
        service,
        "GetModels",
        lambda n: call(
            "CreateModel",
            **at,
            name=f"Model{n}",
            contentType="application/json",
            schema=json.dumps({"type": "object", "properties": {"a": {"type": "string"}}}),
        )["name"],
        lambda name: call("DeleteModel", **at, modelName=name),
        identity=lambda item: item["name"],
        **at,
    )
    small(
        service,
        "GetRequestValidators",
        lambda n: call("CreateRequestValidator", **at, name=f"validator-{n}")["id"],
        lambda id: call("DeleteRequestValidator", **at, requestValidatorId=id),
        **at,
    )
    uri = (
        "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/"
        "arn:aws:lambda:us-east-1:123456789012:function:tokens/invocations"
    )
    small(
        service,
        "GetAuthorizers",
        lambda n: call(
            "CreateAuthorizer",
            **at,
            name=f"authorizer-{n}",
            type="TOKEN",
            identitySource="method.request.header.Authorization",
            authorizerUri=uri,
        )["id"],
        lambda id: call("DeleteAuthorizer", **at, authorizerId=id),
        **at,
    )
    small(
        service,
        "GetDocumentationParts",
        lambda n: call(
            "CreateDocumentationPart",
            **at,
            location={"type": "RESOURCE", "path": f"/p{n}"},
            properties="{}",
        )["id"],
        lambda id: call("DeleteDocumentationPart", **at, documentationPartId=id),
        **at,
    )
    small(
        service,
        "GetDocumentationVersions",
        lambda n: call("CreateDocumentationVersion", **at, documentationVersion=f"v{n}")["version"],
        lambda version: call("DeleteDocumentationVersion", **at, documentationVersion=version),
        identity=lambda item: item["version"],
        **at,
    )
    seen, _, pages = walk(service, "GetGatewayResponses", lambda i: i["responseType"], limit=5, **at)
    if len(seen) < 20 or pages < 4:
        raise Deviation(f"GetGatewayResponses: {len(seen)} on {pages} pages")
    deployments_and_mappings(service, api)


def deployments_and_mappings(service, api):
    call = service.call
    at = {"restApiId": api["id"]}
    method = {**at, "resourceId": api["rootResourceId"], "httpMethod": "GET"}
    call("PutMethod", **method, authorizationType="NONE")
    call("PutIntegration", **method, type="MOCK")
    small(
        service,
        "GetDeployments",
        lambda n: call("CreateDeployment", **at)["id"],
        lambda id: call("DeleteDeployment", **at, deploymentId=id),
        **at,
    )
    call("CreateDeployment", **at, stageName="prod")
    name = {"domainName": "d6.example.com"}
    small(
        service,
        "GetBasePathMappings",
        lambda n: call("CreateBasePathMapping", **name, basePath=f"b{n}", **at, stage="prod")[
            "basePath"
        ],
        lambda base: call("DeleteBasePathMapping", **name, basePath=base),
        identity=lambda item: item["basePath"],
        **name,
    )
    walk(service, "GetSdkTypes", by_id)


def main():
    service = Service()
    keys(service, sys.argv[1])
    workspace_lists(service)
    api_lists(service)
    walked = {name for name in service.called if name.startswith("Get")}
    session = service.client._service_model
    missing = [
        name
        for name in session.operation_names
        if service.client.can_paginate(boto3_name(name)) and name not in walked
    ]
    if missing:
        raise Deviation(f"not walked: {', '.join(missing)}")


if __name__ == "__main__":
    try:
        main()
    except (Deviation, AssertionError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
