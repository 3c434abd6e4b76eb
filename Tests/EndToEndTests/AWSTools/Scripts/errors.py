"""Provokes every error code of API Gateway's REST protocol and checks code, status and text.

    errors.py ID SECRET SERVER

ID and SECRET are of a credential for reading alone, SERVER is the process id of the control plane.
"""

import os
import re
import resource
import socket
import sys
import urllib.parse

import botocore
import botocore.auth
import botocore.awsrequest

from service import Deviation, Service, patch

UNKNOWN = "unknown000"
# Every code the service answers with, and its status.
CODES = {
    ("BadRequestException", 400),
    ("UnauthorizedException", 401),
    ("NotFoundException", 404),
    ("ConflictException", 409),
    ("LimitExceededException", 429),
    ("TooManyRequestsException", 429),
    ("ServiceUnavailableException", 503),
    ("ValidationException", 400),
    ("SerializationException", 400),
    ("AccessDeniedException", 403),
    ("MissingAuthenticationTokenException", 403),
    ("InvalidSignatureException", 403),
}


def bad_requests(service, api, plan):
    refused = service.refused
    for text, parameters in [
        ("API Key value should be at least 20 characters", {"value": "short"}),
        ("API Key value exceeds maximum size of 128 characters", {"value": "v" * 129}),
        ("Invalid API Key name, can be at most 1024 characters.", {"name": "n" * 1025}),
        ("Invalid API Key description specified.", {"description": "d" * 125_001}),
    ]:
        refused("CreateApiKey", "BadRequestException", 400, text, **parameters)
    refused(
        "UpdateUsagePlan",
        "BadRequestException",
        400,
        "Invalid API Stage specified",
        usagePlanId=plan,
        patchOperations=patch(("remove", "/apiStages")),
    )
    refused(
        "CreateDeployment",
        "BadRequestException",
        400,
        "The REST API doesn't contain any methods",
        restApiId=api["id"],
    )
    refused("ImportRestApi", "BadRequestException", 400, "Invalid OpenAPI input.", body=b"\t{")
    refused(
        "GetUsage", "BadRequestException", 400, usagePlanId=plan, startDate="soon", endDate="later"
    )
    refused("GetApiKeys", "BadRequestException", 400, position="not a position")


def not_found(service, api):
    error = service.refused("GetRestApi", "NotFoundException", 404, restApiId=UNKNOWN)
    text = error.response["Error"]["Message"]
    if not re.fullmatch(rf"Invalid API identifier specified \d{{12}}:{UNKNOWN}", text):
        raise Deviation(f"GetRestApi: {text}")
    for operation, text, parameters in [
        ("GetApiKey", "Invalid API Key identifier specified", {"apiKey": UNKNOWN}),
        (
            "UpdateUsagePlan",
            "Invalid Usage Plan ID specified",
            {"usagePlanId": UNKNOWN, "patchOperations": patch(("replace", "/name", "x"))},
        ),
        (
            "GetResource",
            "Invalid Resource identifier specified",
            {"restApiId": api["id"], "resourceId": UNKNOWN},
        ),
        (
            "GetMethod",
            "Invalid Method identifier specified",
            {"restApiId": api["id"], "resourceId": api["rootResourceId"], "httpMethod": "GET"},
        ),
        (
            "CreateUsagePlan",
            f"API Stage not found: {api['id']}:nowhere",
            {"name": "x", "apiStages": [{"apiId": api["id"], "stage": "nowhere"}]},
        ),
    ]:
        service.refused(operation, "NotFoundException", 404, text, **parameters)


def conflicts(service, api):
    value = "one-value-for-two-keys"
    service.call("CreateApiKey", name="first", value=value)
    service.refused("CreateApiKey", "ConflictException", 409, "API Key already exists", value=value)
    pets = {"restApiId": api["id"], "parentId": api["rootResourceId"], "pathPart": "pets"}
    service.call("CreateResource", **pets)
    service.refused(
        "CreateResource",
        "ConflictException",
        409,
        "Another resource with the same parent already has this name: pets",
        **pets,
    )


def limits(service):
    """A key is in ten plans at most."""
    key = service.call("CreateApiKey", name="popular")["id"]
    for number in range(11):
        plan = service.call("CreateUsagePlan", name=f"plan-{number}")["id"]
        at = {"usagePlanId": plan, "keyId": key, "keyType": "API_KEY"}
        if number < 10:
            service.call("CreateUsagePlanKey", **at)
        else:
            service.refused("CreateUsagePlanKey", "LimitExceededException", 429, **at)


def validation(service, api):
    service.refused(
        "UpdateRestApi",
        "ValidationException",
        400,
        "2 validation errors detected: "
        + "; ".join(
            f"Value '{op}' at 'updateRestApiInput.patchOperations.{index}.member.op' failed to "
            "satisfy constraint: Member must satisfy enum value set: "
            "[add, remove, move, test, replace, copy]"
            for index, op in [(1, "set"), (3, "drop")]
        ),
        restApiId=api["id"],
        patchOperations=patch(("set", "/name", "x"), ("replace", "/name", "y"), ("drop", "/name")),
    )


def serialization():
    """SDKs check types before they send, so the body is another one by the time it is signed."""
    for body, text in [
        (b'{"name": true}', "class java.lang.Boolean can not be converted to an String"),
        (b"{", None),
    ]:
        service = Service()

        def exchange(params, body=body, **_):
            params["body"] = body

        service.client.meta.events.register("before-call.apigateway.CreateApiKey", exchange)
        service.refused("CreateApiKey", "SerializationException", 400, text, name="x")


def signatures():
    """A request that is not signed, one signed with a wrong secret, and one by a key nobody made."""
    Service(signature_version=botocore.UNSIGNED).refused(
        "GetApiKeys", "MissingAuthenticationTokenException", 403
    )
    before = {n: os.environ[n] for n in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")}
    os.environ["AWS_SECRET_ACCESS_KEY"] = "wrong" * 8
    Service().refused("GetApiKeys", "InvalidSignatureException", 403)
    # Whether the id or the secret is wrong is not told.
    os.environ["AWS_ACCESS_KEY_ID"] = "KEYSUNKNOWNUNKNOWN00"
    Service().refused("GetApiKeys", "InvalidSignatureException", 403)
    os.environ.update(before)


def foreign_host():
    """A page that was led here under a name of its own, as by rebinding DNS, is kept out."""
    service = Service()

    def rename(request, **_):
        request.headers["Host"] = "rebound.example"

    service.client.meta.events.register("before-send.apigateway", rename)
    service.refused("GetApiKeys", "AccessDeniedException", 403)


def read_only(key_id, secret):
    """A credential that may read and nothing else."""
    before = {n: os.environ[n] for n in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")}
    os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"] = key_id, secret
    service = Service()
    service.call("GetApiKeys")
    service.refused("CreateApiKey", "UnauthorizedException", 401, name="x")
    os.environ.update(before)


def too_many(service):
    """Bodies that are begun and not ended, until there is no room for one more."""
    begun = []
    try:
        for _ in range(16):
            begun.append(unfinished(service, 6 << 20))
            error = service.refusal("ImportApiKeys", format="csv", body=b" " * (5 << 20))
            if error is not None and error.response["Error"]["Code"] == "TooManyRequestsException":
                return
    finally:
        for connection in begun:
            connection.close()
    raise Deviation(f"{len(begun)} unfinished bodies at once, and one more is taken")


def unfinished(service, size):
    """A connection with a signed import that lacks the last byte of its body."""
    endpoint = service.client.meta.endpoint_url
    target = "/apikeys?mode=import&format=csv"
    request = botocore.awsrequest.AWSRequest("POST", endpoint + target, {}, b" " * size)
    credentials = service.client._request_signer._credentials
    region = service.client.meta.region_name
    botocore.auth.SigV4Auth(credentials, "apigateway", region).add_auth(request)
    address = urllib.parse.urlsplit(endpoint)
    fields = dict(request.headers.items())
    fields |= {"Host": address.netloc, "Content-Length": str(size)}
    lines = [f"POST {target} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items())]
    connection = socket.create_connection((address.hostname, address.port), timeout=20)
    try:
        connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode() + b" " * (size - 1))
    except ConnectionError:
        pass  # It was one too many itself.
    return connection


def full_disk(service, api, server):
    """No file of the server may grow, as on a full disk: nothing is written, then all is well again."""
    at = {"restApiId": api["id"], "resourceId": api["rootResourceId"], "httpMethod": "GET"}
    service.call("PutMethod", **at, authorizationType="NONE")
    service.call("PutIntegration", **at, type="MOCK")
    before = contents(service, api)
    limits = resource.prlimit(server, resource.RLIMIT_FSIZE)
    resource.prlimit(server, resource.RLIMIT_FSIZE, (0, limits[1]))
    unavailable = ("ServiceUnavailableException", 503)
    service.refused("CreateApiKey", *unavailable, name="no room")
    service.refused(
        "UpdateRestApi",
        *unavailable,
        restApiId=api["id"],
        patchOperations=patch(("replace", "/name", "no room")),
    )
    error = service.refused("CreateDeployment", *unavailable, restApiId=api["id"], stageName="none")
    # Of these three the service's model lists it for the deployment, with the time to wait.
    if not error.response.get("retryAfterSeconds"):
        raise Deviation(f"CreateDeployment: no retryAfterSeconds: {error.response}")
    if contents(service, api) != before:
        raise Deviation("what was refused for want of room was done")
    resource.prlimit(server, resource.RLIMIT_FSIZE, limits)
    made = service.call("CreateDeployment", restApiId=api["id"], stageName="prod")["id"]
    if [made] != [item["id"] for item in contents(service, api)["deployments"]]:
        raise Deviation(f"not just the deployment that there was room for: {contents(service, api)}")


def contents(service, api):
    return {
        "keys": service.call("GetApiKeys", limit=500)["items"],
        "apis": service.call("GetRestApis", limit=500)["items"],
        "deployments": service.call("GetDeployments", restApiId=api["id"], limit=500)["items"],
        "stages": service.call("GetStages", restApiId=api["id"])["item"],
    }


def main(key_id, secret, server):
    service = Service()
    api = service.call("CreateRestApi", name="errors")
    plan = service.call("CreateUsagePlan", name="errors")["id"]
    bad_requests(service, api, plan)
    not_found(service, api)
    conflicts(service, api)
    limits(service)
    validation(service, api)
    serialization()
    signatures()
    read_only(key_id, secret)
    foreign_host()
    too_many(service)
    full_disk(service, api, int(server))
    missed = CODES - Service.refusals
    if missed:
        raise Deviation(f"not provoked: {sorted(missed)}")
    print(f"{len(CODES)} error codes came with their statuses and texts")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (Deviation, AssertionError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
