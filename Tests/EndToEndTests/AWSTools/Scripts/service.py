"""A boto3 client whose every answer is held against botocore's own model of the service.

The endpoint and the credentials come from the environment, as for any AWS tool.
"""

import json

import boto3
import botocore.config
import botocore.exceptions

SERVICE = "apigateway"
# The codes of refusals that say when to come back.
WAITING = ("LimitExceededException", "TooManyRequestsException", "ServiceUnavailableException")


class Deviation(Exception):
    """An answer that the service's model does not describe."""


def check(shape, value, path):
    """Walks an answer's JSON beside the shape it should have.

    Unknown members, wrong types, words outside an enumeration and missing required members are
    deviations; a number that the service types as a double must carry its point.
    """
    kind = shape.type_name
    if kind == "structure":
        expect(isinstance(value, dict), path, "an object", value)
        named = {m.serialization.get("name", n): (n, m) for n, m in shape.members.items()}
        for name, member in value.items():
            expect(name in named, f"{path}.{name}", "no such member", member)
            check(named[name][1], member, f"{path}.{name}")
        for name in shape.required_members:
            wire = shape.members[name].serialization.get("name", name)
            expect(wire in value, f"{path}.{wire}", "a required member", None)
    elif kind == "list":
        expect(isinstance(value, list), path, "a list", value)
        for index, item in enumerate(value):
            check(shape.member, item, f"{path}[{index}]")
    elif kind == "map":
        expect(isinstance(value, dict), path, "a map", value)
        for key, item in value.items():
            if item is None and path.endswith(".responseTemplates"):
                continue  # The one place where the service sends null.
            check(shape.value, item, f"{path}[{key!r}]")
    elif kind == "string":
        expect(isinstance(value, str), path, "a string", value)
        expect(not shape.enum or value in shape.enum, path, f"one of {shape.enum}", value)
    elif kind in ("integer", "long"):
        expect(isinstance(value, int) and not isinstance(value, bool), path, "an integer", value)
    elif kind in ("double", "float"):
        expect(isinstance(value, float), path, "a number with a point", value)
    elif kind == "boolean":
        expect(isinstance(value, bool), path, "a boolean", value)
    elif kind == "timestamp":
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        expect(number, path, "seconds since 1970", value)
    else:
        raise Deviation(f"{path}: no rule for a {kind}")


def expect(holds, path, what, value):
    if not holds:
        raise Deviation(f"{path}: expected {what}, got {json.dumps(value)[:200]}")


class Service:
    """A client that checks status, request id and shape of each answer, and notes what it called.

    Nothing is sent a second time, so what is asked for is done once or not at all.
    """

    # The codes and statuses that clients have been refused with.
    refusals = set()

    def __init__(self, **settings):
        """Settings go to botocore's configuration."""
        config = botocore.config.Config(
            retries={"total_max_attempts": 1}, max_pool_connections=4, **settings
        )
        # A session of its own, since the default one keeps the first credentials it saw.
        self.client = boto3.session.Session().client(SERVICE, config=config)
        self.model = self.client.meta.service_model
        self.called = set()
        self.client.meta.events.register(f"after-call.{SERVICE}", self._answered)

    def _answered(self, http_response, parsed, model, **_):
        status = http_response.status_code
        if not http_response.headers.get("x-amzn-RequestId"):
            raise Deviation(f"{model.name}: no x-amzn-RequestId")
        if status >= 300:
            return
        self.called.add(model.name)
        wanted = model.http.get("responseCode", 200)
        if status != wanted:
            raise Deviation(f"{model.name}: status {status}, the service answers {wanted}")
        shape = model.output_shape
        if shape is None:
            if http_response.content:
                raise Deviation(f"{model.name}: a body where the service sends none")
        elif "payload" not in shape.serialization:
            check(shape, json.loads(http_response.content), model.name)

    def call(self, operation, **parameters):
        """Calls an operation by the service's name for it, for example `CreateApiKey`."""
        method = getattr(self.client, boto3_name(operation))
        try:
            answer = method(**parameters)
        except botocore.exceptions.ClientError as error:
            raise Deviation(f"{operation} {parameters}: {error}") from error
        answer.pop("ResponseMetadata", None)
        return answer

    def refused(self, operation, code, status, message=None, **parameters):
        """Calls an operation that must be refused with a code, a status and, where given, a text."""
        error = self.refusal(operation, **parameters)
        if error is None:
            raise Deviation(f"{operation} {parameters}: done, but {code} was expected")
        found = error.response["Error"]
        if (found["Code"], status_of(error)) != (code, status):
            raise Deviation(f"{operation}: expected {code} {status}, got {status_of(error)}: {error}")
        if message is not None and found["Message"] != message:
            raise Deviation(f"{operation}: expected “{message}”, got “{found['Message']}”")
        return error

    def refusal(self, operation, **parameters):
        """Calls an operation and returns the error it is refused with, if it is."""
        method = getattr(self.client, boto3_name(operation))
        try:
            method(**parameters)
        except botocore.exceptions.ClientError as error:
            self.called.add(operation)
            code = error.response["Error"]["Code"]
            Service.refusals.add((code, status_of(error)))
            if code in WAITING and "retry-after" not in headers_of(error):
                raise Deviation(f"{operation}: {code} without Retry-After") from error
            return error
        return None


def status_of(error):
    return error.response["ResponseMetadata"]["HTTPStatusCode"]


def headers_of(error):
    return error.response["ResponseMetadata"]["HTTPHeaders"]


def boto3_name(operation):
    return botocore.xform_name(operation)


def patch(*operations):
    """Patch operations from `(op, path, value)` or `(op, path)`."""
    names = ("op", "path", "value")
    return [dict(zip(names, operation)) for operation in operations]
