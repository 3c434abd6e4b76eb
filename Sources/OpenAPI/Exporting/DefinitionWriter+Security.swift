import GatewayModel

extension DefinitionWriter {
  /// What a caller of the method must bring.
  func security(of method: Method) -> JSONValue? {
    var requirements: [JSONValue] = []
    if method.authorizationType == "AWS_IAM" {
      requirements.append([signatureScheme: []])
    }
    if let authorizer = snapshot.authorizers.first(where: { $0.id == method.authorizerId }) {
      let scopes = (method.authorizationScopes ?? []).map(JSONValue.string)
      requirements.append(.object(JSONObject([(authorizer.name, .array(scopes))])))
    }
    if method.apiKeyRequired { requirements.append([keyScheme: []]) }
    return requirements.isEmpty ? nil : .array(requirements)
  }

  /// The schemes that operations require, or nil if they require none.
  var securitySchemes: JSONValue? {
    let methods = snapshot.routes.flatMap(\.methods)
    var schemes = JSONObject()
    if methods.contains(where: \.apiKeyRequired) {
      schemes.add(keyScheme, ["type": "apiKey", "name": "x-api-key", "in": "header"])
    }
    if methods.contains(where: { $0.authorizationType == "AWS_IAM" }) {
      schemes.add(
        signatureScheme,
        [
          "type": "apiKey", "name": "Authorization", "in": "header",
          "x-amazon-apigateway-authtype": "awsSigv4",
        ])
    }
    let used = Set(methods.compactMap(\.authorizerId))
    for authorizer in snapshot.authorizers.sorted(by: { $0.name < $1.name })
    where extensions.contains(.authorizers) || used.contains(authorizer.id) {
      schemes.add(authorizer.name, scheme(of: authorizer))
    }
    return schemes.members.isEmpty ? nil : .object(schemes)
  }

  /// The scheme of an authorizer: the header it looks into, and with the extension all the rest.
  private func scheme(of authorizer: Authorizer) -> JSONValue {
    let header = authorizer.singleHeader
    var scheme = JSONObject()
    scheme.add("type", "apiKey")
    scheme.add("name", text: header ?? "Unused")
    scheme.add("in", "header")
    scheme.add("x-amazon-apigateway-authtype", text: authorizer.authType)
    guard extensions.contains(.authorizers) else { return .object(scheme) }
    var object = JSONObject()
    object.add("type", text: authorizer.type.lowercased())
    object.add(
      "providerARNs", authorizer.providerARNs.map { .array($0.map(JSONValue.string)) })
    object.add("authorizerUri", text: authorizer.authorizerUri)
    object.add("authorizerCredentials", text: authorizer.authorizerCredentials)
    if header == nil || authorizer.type == "REQUEST" {
      object.add("identitySource", text: authorizer.identitySource)
    }
    object.add("identityValidationExpression", text: authorizer.identityValidationExpression)
    let timeToLive =
      authorizer.authorizerResultTtlInSeconds
      ?? (authorizer.type == "REQUEST" ? DefinitionReader.requestTimeToLiveSeconds : nil)
    object.add("authorizerResultTtlInSeconds", timeToLive.map { .integer($0) })
    scheme.add("x-amazon-apigateway-authorizer", .object(object))
    return .object(scheme)
  }
}

extension Authorizer {
  /// The header that alone identifies a caller, or nil if something else does.
  fileprivate var singleHeader: String? {
    let prefix = "method.request.header."
    guard let source = identitySource, source.hasPrefix(prefix), !source.contains(",") else {
      return nil
    }
    return String(source.dropFirst(prefix.count))
  }
}
