import GatewayModel
import TestSupport

/// Makes definitions of APIs that can be made.
struct RandomDefinitions {
  var random: SeededRandom

  private let names = ["Alpha", "Beta", "Gamma", "Delta"]
  private let texts = ["plain", "two\nlines", "\"quoted\" é", " #: {}", "on", "007"]

  mutating func next() -> ApiDefinition {
    var definition = ApiDefinition()
    definition.name = random.element(of: texts)
    definition.description = random.chance(50) ? random.element(of: texts) : nil
    definition.version = random.chance(50) ? "1.0" : nil
    definition.apiKeySource = random.chance(20) ? "AUTHORIZER" : nil
    definition.binaryMediaTypes = random.chance(30) ? ["image/png", "*/*"] : nil
    definition.minimumCompressionSize = random.chance(20) ? 0 : nil
    definition.policy = random.chance(20) ? #"{"Version":"2012-10-17","Statement":[]}"# : nil
    definition.disableExecuteApiEndpoint = random.chance(20) ? true : nil
    for name in names where random.chance(60) {
      definition.models.append(DefinedModel(name: name, schema: schema()))
    }
    for name in ["body", "all of it"] where random.chance(40) {
      definition.requestValidators.append(
        DefinedRequestValidator(
          name: name, validateRequestBody: random.chance(50),
          validateRequestParameters: random.chance(50)))
    }
    definition.authorizers = authorizers()
    for type in ["DEFAULT_4XX", "THROTTLED"] where random.chance(30) {
      definition.gatewayResponses.append(
        DefinedGatewayResponse(
          responseType: type, statusCode: random.chance(50) ? "418" : nil,
          responseParameters: random.chance(50) ? ["gatewayresponse.header.X": "'a b'"] : [:],
          responseTemplates: random.chance(50) ? ["text/plain": random.element(of: texts)] : [:]))
    }
    for path in ["/", "/a", "/a/{id}", "/a/{id}/x.y", "/b/c", "/b/{proxy+}"]
    where random.chance(60) {
      var defined = DefinedPath(path: path)
      for verb in ["GET", "POST", "ANY"] where random.chance(60) {
        defined.methods.append(method(verb, in: definition))
      }
      definition.paths.append(defined)
    }
    return definition
  }

  private mutating func authorizers() -> [DefinedAuthorizer] {
    var authorizers: [DefinedAuthorizer] = []
    for (name, type) in [("api_key", "TOKEN"), ("asks", "REQUEST"), ("pool", "COGNITO_USER_POOLS")]
    where random.chance(40) {
      var authorizer = DefinedAuthorizer(name: name, type: type)
      authorizer.identitySource = "method.request.header.Authorization"
      if type == "REQUEST", random.chance(50) {
        authorizer.identitySource = "method.request.header.A, context.identity.sourceIp"
        authorizer.authorizerResultTtlInSeconds = 10
      }
      if type == "COGNITO_USER_POOLS" {
        authorizer.providerARNs = [
          "arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_a"
        ]
      } else {
        authorizer.authorizerUri =
          "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/"
          + "arn:aws:lambda:us-east-1:000000000000:function:f/invocations"
      }
      authorizers.append(authorizer)
    }
    return authorizers
  }

  private mutating func schema() -> String {
    random.element(of: [
      #"{"type" : "object"}"#,
      #"{"type":"string","enum":["on","yes","1"],"default":"on"}"#,
      #"{"$schema":"x","type":"object","properties":{"a":{"type":"number","maximum":1.5}}}"#,
      #"{"type":"array","items":{"type":"integer","minimum":-3},"maxItems":9007199254740993}"#,
    ])
  }

  private mutating func method(_ verb: String, in definition: ApiDefinition) -> DefinedMethod {
    var method = DefinedMethod(httpMethod: verb)
    method.apiKeyRequired = random.chance(50)
    method.authorizationType = random.chance(20) ? "AWS_IAM" : "NONE"
    if !definition.authorizers.isEmpty, random.chance(40) {
      let authorizer = random.element(of: definition.authorizers)
      let isPool = authorizer.type == "COGNITO_USER_POOLS"
      method.authorizer = authorizer.name
      method.authorizationType = isPool ? authorizer.type : "CUSTOM"
      method.authorizationScopes = isPool && random.chance(50) ? ["pets/read"] : nil
    }
    method.operationName = random.chance(30) ? random.element(of: texts) : nil
    if !definition.requestValidators.isEmpty, random.chance(50) {
      method.requestValidator = random.element(of: definition.requestValidators).name
    }
    if random.chance(50) {
      method.requestParameters = [
        "method.request.querystring.page": random.chance(50), "method.request.header.X.Y": false,
      ]
    }
    if random.chance(40) { method.requestModels = models(in: definition) }
    for status in ["200", "404"] where random.chance(60) {
      method.responses.append(
        MethodResponse(
          statusCode: status,
          responseParameters: random.chance(40)
            ? ["method.response.header.X": random.chance(50)] : nil,
          responseModels: random.chance(40) ? models(in: definition) : nil))
    }
    if random.chance(80) { method.integration = integration() }
    return method
  }

  private mutating func models(in definition: ApiDefinition) -> [String: String]? {
    guard !definition.models.isEmpty else { return nil }
    var models = ["application/json": random.element(of: definition.models).name]
    if random.chance(30) { models["text/xml"] = random.element(of: definition.models).name }
    return models
  }

  private mutating func integration() -> DefinedIntegration {
    let type = random.element(of: ["MOCK", "HTTP", "HTTP_PROXY", "AWS"])
    var integration = DefinedIntegration(type: type)
    integration.httpMethod = type == "MOCK" ? nil : "POST"
    switch type {
    case "MOCK": break
    case "AWS": integration.uri = "arn:aws:apigateway:us-east-1:sqs:path/1/q"
    default: integration.uri = "https://backend.example/{id}?a=b"
    }
    integration.credentials = random.chance(20) ? "arn:aws:iam::*:user/*" : nil
    integration.passthroughBehavior = random.element(of: [nil, "NEVER", "WHEN_NO_TEMPLATES"])
    integration.timeoutInMillis = random.element(of: [nil, 50, 29_000])
    integration.contentHandling = random.element(of: [nil, "CONVERT_TO_TEXT"])
    integration.insecureSkipVerification = random.element(of: [nil, true, false])
    integration.requestTemplates = random.element(of: [
      nil, ["application/json": random.element(of: texts)], ["text/xml": "", "*/*": "a"],
    ])
    integration.requestParameters = random.element(of: [
      nil, ["integration.request.header.Z": "'static'"],
    ])
    for (status, pattern) in [("200", nil), ("404", "4\\d{2}"), ("500", ".*x: y#")]
    where random.chance(50) {
      integration.responses.append(
        IntegrationResponse(
          statusCode: status, selectionPattern: pattern,
          responseTemplates: random.element(of: [
            nil, ["application/json": nil], ["text/html": random.element(of: texts)],
          ]),
          contentHandling: random.element(of: [nil, "CONVERT_TO_BINARY"])))
    }
    return integration
  }
}
