"""Provokes every error code of API Gateway's REST protocol and checks code, status and text.

All but ServiceUnavailableException, which takes a full disk or too many connections: FullDiskTests and
DurabilityTests provoke that.
"""

import http.client
import json
import os
import re
import socket
import sys
import urllib.parse

import botocore.auth
import botocore.awsrequest

from service import Deviation, Service, patch

UNKNOWN = "unknown000"


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
    """A key is in ten plans at most; the answer says when to try again."""
    key = service.call("CreateApiKey", name="popular")["id"]
    for number in range(11):
        plan = service.call("CreateUsagePlan", name=f"plan-{number}")["id"]
        at = {"usagePlanId": plan, "keyId": key, "keyType": "API_KEY"}
        if number < 10:
            service.call("CreateUsagePlanKey", **at)
        else:
            error = service.refused("CreateUsagePlanKey", "LimitExceededException", 429, **at)
            if "retry-after" not in error.response["ResponseMetadata"]["HTTPHeaders"]:
                raise Deviation("LimitExceededException without Retry-After")


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


def serialization(service):
    """SDKs check types before they send, so the request is signed and sent by hand."""
    answer = send_signed(service, "POST", "/apikeys", json.dumps({"name": True}))
    wanted = (
        400,
        "SerializationException",
        "class java.lang.Boolean can not be converted to an String",
    )
    if answer != wanted:
        raise Deviation(f"SerializationException: {answer}")
    status, code, _ = send_signed(service, "POST", "/apikeys", "{")
    if (status, code) != (400, "SerializationException"):
        raise Deviation(f"a body cut short: {status} {code}")


def send_signed(service, verb, target, body):
    """One request with a valid signature and a body as given; its status, error code and text."""
    return send(verb, target, body, signed_headers(service, verb, target, body.encode()))


def signed_headers(service, verb, target, body):
    endpoint = service.client.meta.endpoint_url
    request = botocore.awsrequest.AWSRequest(
        verb, endpoint + target, {"content-type": "application/json"}, body
    )
    credentials = service.client._request_signer._credentials
    region = service.client.meta.region_name
    botocore.auth.SigV4Auth(credentials, "apigateway", region).add_auth(request)
    return dict(request.headers.items())


def send(verb, target, body, headers):
    endpoint = os.environ["AWS_ENDPOINT_URL_API_GATEWAY"]
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(endpoint).netloc, timeout=20)
    connection.request(verb, target, body.encode() or None, headers)
    response = connection.getresponse()
    text = json.loads(response.read() or b"{}").get("message")
    connection.close()
    return response.status, response.getheader("x-amzn-ErrorType", "").split(":")[0], text


def signatures():
    """A request that is not signed, and one by a key that nobody made."""
    status, code, _ = send("GET", "/apikeys", "", {})
    if (status, code) != (403, "MissingAuthenticationTokenException"):
        raise Deviation(f"unsigned: {status} {code}")
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


def read_only():
    """`errors.py ID SECRET`: a credential that may read and nothing else."""
    before = {n: os.environ[n] for n in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")}
    os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"] = sys.argv[1:3]
    service = Service()
    service.call("GetApiKeys")
    service.refused("CreateApiKey", "UnauthorizedException", 401, name="x")
    os.environ.update(before)


def too_many(service):
    """Signed bodies that are begun and not ended, until no more are kept."""
    address = urllib.parse.urlsplit(os.environ["AWS_ENDPOINT_URL_API_GATEWAY"])
    body = b" " * (6 << 20)
    target = "/apikeys?mode=import&format=csv"
    fields = signed_headers(service, "POST", target, body)
    fields |= {"Host": address.netloc, "Content-Length": str(len(body))}
    lines = [f"POST {target} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items())]
    start = ("\r\n".join(lines) + "\r\n\r\n").encode() + body[1:]
    begun = []
    for _ in range(64):
        begun.append(socket.create_connection((address.hostname, address.port), timeout=20))
        begun[-1].settimeout(0.2)
        answer = b""
        try:
            begun[-1].sendall(start)
            answer = begun[-1].recv(4096)
        except (TimeoutError, ConnectionError):
            pass  # It is kept, and the server waits for the last byte.
        if answer:
            break
    for connection in begun:
        connection.close()
    if not answer.startswith(b"HTTP/1.1 429 ") or b"TooManyRequestsException" not in answer:
        raise Deviation(f"too many bodies at once: {answer[:300]}")


def main():
    service = Service()
    api = service.call("CreateRestApi", name="errors")
    plan = service.call("CreateUsagePlan", name="errors")["id"]
    bad_requests(service, api, plan)
    not_found(service, api)
    conflicts(service, api)
    limits(service)
    validation(service, api)
    serialization(service)
    signatures()
    read_only()
    foreign_host()
    too_many(service)
    print("every error code came with its status and text")


if __name__ == "__main__":
    try:
        main()
    except (Deviation, AssertionError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
