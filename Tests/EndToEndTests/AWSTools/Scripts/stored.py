"""The operations on what is kept for read-back: no request is served by it."""

import json

from service import patch

ZONE = "arn:aws:acm:us-east-1:123456789012:certificate/6c8e1f3a-0000-4000-8000-000000000000"
BALANCER = (
    "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/inner/0123456789abcdef"
)
# What no local gateway can do; each is refused in the service's own form.
IMPOSSIBLE = ("NotImplementedException", 501)


def authorizers(service, api_id):
    call = service.call
    made = call(
        "CreateAuthorizer",
        restApiId=api_id,
        name="tokens",
        type="TOKEN",
        identitySource="method.request.header.Authorization",
        authorizerUri="arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/"
        "arn:aws:lambda:us-east-1:123456789012:function:tokens/invocations",
    )
    at = {"restApiId": api_id, "authorizerId": made["id"]}
    call("GetAuthorizer", **at)
    call("GetAuthorizers", restApiId=api_id)
    call("UpdateAuthorizer", **at, patchOperations=patch(("replace", "/name", "tokens-2")))
    service.refused("TestInvokeAuthorizer", *IMPOSSIBLE, **at)
    call("DeleteAuthorizer", **at)


def documentation(service, api_id):
    call = service.call
    part = call(
        "CreateDocumentationPart",
        restApiId=api_id,
        location={"type": "RESOURCE", "path": "/animals"},
        properties=json.dumps({"description": "all animals"}),
    )["id"]
    # Terraform sends every member of a place, those that do not belong to its type as "".
    whole = call(
        "CreateDocumentationPart",
        restApiId=api_id,
        location={"type": "METHOD", "path": "/animals", "method": "GET", "name": "", "statusCode": ""},
        properties="{}",
    )
    assert set(whole["location"]) == {"type", "path", "method"}, whole
    call("DeleteDocumentationPart", restApiId=api_id, documentationPartId=whole["id"])
    at = {"restApiId": api_id, "documentationPartId": part}
    call("GetDocumentationPart", **at)
    call("GetDocumentationParts", restApiId=api_id, type="RESOURCE")
    call(
        "UpdateDocumentationPart",
        **at,
        patchOperations=patch(("replace", "/properties", '{"description":"animals"}')),
    )
    parts = {
        "swagger": "2.0",
        "info": {"title": "x", "version": "1"},
        "paths": {},
        "x-amazon-apigateway-documentation": {
            "version": "1",
            "documentationParts": [
                {"location": {"type": "API"}, "properties": {"description": "the shop"}}
            ],
        },
    }
    call("ImportDocumentationParts", restApiId=api_id, mode="merge", body=json.dumps(parts).encode())
    version = {"restApiId": api_id, "documentationVersion": "v1"}
    call("CreateDocumentationVersion", **version)
    call("GetDocumentationVersion", **version)
    call("GetDocumentationVersions", restApiId=api_id)
    call(
        "UpdateDocumentationVersion",
        **version,
        patchOperations=patch(("replace", "/description", "first")),
    )
    call("DeleteDocumentationPart", **at)
    call("DeleteDocumentationVersion", **version)


def certificates_and_links(service):
    call = service.call
    certificate = call("GenerateClientCertificate", description="to the backend")
    assert certificate["pemEncodedCertificate"].startswith("-----BEGIN CERTIFICATE-----")
    at = {"clientCertificateId": certificate["clientCertificateId"]}
    call("GetClientCertificate", **at)
    call("GetClientCertificates")
    call("UpdateClientCertificate", **at, patchOperations=patch(("replace", "/description", "x")))
    call("DeleteClientCertificate", **at)
    link = {"vpcLinkId": call("CreateVpcLink", name="inner", targetArns=[BALANCER])["id"]}
    call("GetVpcLink", **link)
    call("GetVpcLinks")
    call("UpdateVpcLink", **link, patchOperations=patch(("replace", "/name", "inner-2")))
    call("DeleteVpcLink", **link)


def domains(service, api_id):
    call = service.call
    name = {"domainName": "api.example.com"}
    call(
        "CreateDomainName",
        **name,
        regionalCertificateArn=ZONE,
        endpointConfiguration={"types": ["REGIONAL"]},
    )
    call("GetDomainName", **name)
    call("GetDomainNames")
    call(
        "UpdateDomainName",
        **name,
        patchOperations=patch(("replace", "/securityPolicy", "TLS_1_2")),
    )
    call("CreateBasePathMapping", **name, basePath="shop", restApiId=api_id, stage="prod")
    call("GetBasePathMapping", **name, basePath="shop")
    call("GetBasePathMappings", **name)
    call(
        "UpdateBasePathMapping",
        **name,
        basePath="shop",
        patchOperations=patch(("replace", "/basePath", "store")),
    )
    call("DeleteBasePathMapping", **name, basePath="store")
    call("DeleteDomainName", **name)

    private = call(
        "CreateDomainName",
        domainName="inner.example.com",
        certificateArn=ZONE,
        endpointConfiguration={"types": ["PRIVATE"]},
    )
    made = call(
        "CreateDomainNameAccessAssociation",
        domainNameArn=private["domainNameArn"],
        accessAssociationSourceType="VPCE",
        accessAssociationSource="vpce-0123456789abcdef0",
    )["domainNameAccessAssociationArn"]
    call("GetDomainNameAccessAssociations")
    call(
        "RejectDomainNameAccessAssociation",
        domainNameAccessAssociationArn=made,
        domainNameArn=private["domainNameArn"],
    )
    made = call(
        "CreateDomainNameAccessAssociation",
        domainNameArn=private["domainNameArn"],
        accessAssociationSourceType="VPCE",
        accessAssociationSource="vpce-0123456789abcdef0",
    )["domainNameAccessAssociationArn"]
    call("DeleteDomainNameAccessAssociation", domainNameAccessAssociationArn=made)
    call(
        "DeleteDomainName",
        domainName="inner.example.com",
        domainNameId=private["domainNameId"],
    )


def account_tags_sdks(service, api_id):
    call = service.call
    call("GetAccount")
    call(
        "UpdateAccount",
        patchOperations=patch(("replace", "/cloudwatchRoleArn", "arn:aws:iam::123456789012:role/logs")),
    )
    arn = f"arn:aws:apigateway:us-east-1::/restapis/{api_id}"
    call("TagResource", resourceArn=arn, tags={"team": "shop", "tier": "gold"})
    call("UntagResource", resourceArn=arn, tagKeys=["tier"])
    assert call("GetTags", resourceArn=arn)["tags"] == {"team": "shop"}
    kinds = call("GetSdkTypes")["items"]
    call("GetSdkType", id=kinds[0]["id"])
    service.refused(
        "GetSdk",
        *IMPOSSIBLE,
        restApiId=api_id,
        stageName="prod",
        sdkType="javascript",
    )
