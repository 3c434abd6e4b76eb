import GatewayModel

extension DefinitionReader {
  /// How long answers about a request are kept unless told otherwise, in seconds.
  ///
  /// Source: recorded answer of GetAuthorizers on an imported API.
  static let requestTimeToLiveSeconds = 300

  /// What each security scheme means; those with an authorizer make one whether it is used or not.
  mutating func readSecuritySchemes() throws(DocumentError) {
    guard let declared = node(at: dialect.securityPath) else { return }
    for (name, node) in try declared.members() {
      schemes[name] = SecurityScheme(
        meaning: try meaning(of: try references.resolved(node), named: name))
    }
  }

  private mutating func meaning(
    of node: DocumentNode, named name: String
  ) throws(DocumentError) -> SecurityScheme.Meaning {
    let authType = try node["x-amazon-apigateway-authtype"]?.text()
    if let declared = node["x-amazon-apigateway-authorizer"] {
      let authorizer = try authorizer(
        try references.resolved(declared), named: name, authType: authType,
        header: try node["name"]?.text())
      definition.authorizers.append(authorizer)
      let isCognito = authorizer.type == "COGNITO_USER_POOLS"
      return .authorizer(
        name, authorizationType: isCognito ? authorizer.type : "CUSTOM")
    }
    if authType?.lowercased() == "awssigv4" { return .signature }
    let kind = [try node["type"]?.text(), try node["in"]?.text()]
    let header = try node["name"]?.text().lowercased()
    return kind == ["apiKey", "header"] && header == "x-api-key" ? .apiKey : .none
  }

  /// An authorizer; one that asks for a token or a user pool finds it in the scheme's header, and one
  /// that asks a function about a request keeps answers for five minutes unless told otherwise.
  private func authorizer(
    _ node: DocumentNode, named name: String, authType: String?, header: String?
  ) throws(DocumentError) -> DefinedAuthorizer {
    _ = try node.members()
    var authorizer = DefinedAuthorizer(
      name: name, type: try node["type"]?.text().uppercased() ?? "TOKEN")
    authorizer.authType = authType
    authorizer.providerARNs = try node["providerARNs"]?.texts()
    authorizer.authorizerUri = try node["authorizerUri"]?.text()
    authorizer.authorizerCredentials = try node["authorizerCredentials"]?.text()
    authorizer.identitySource = try node["identitySource"]?.text()
    authorizer.identityValidationExpression =
      try node["identityValidationExpression"]?.text()
    authorizer.authorizerResultTtlInSeconds =
      try node["authorizerResultTtlInSeconds"]?.integer()
    if authorizer.type == "REQUEST" {
      authorizer.authorizerResultTtlInSeconds =
        authorizer.authorizerResultTtlInSeconds ?? Self.requestTimeToLiveSeconds
    } else {
      authorizer.identitySource =
        authorizer.identitySource ?? header.map { "method.request.header.\($0)" }
    }
    return authorizer
  }

  /// Who may call a method: its own security, or the document's, which asks for authorizers only.
  ///
  /// Source: API Gateway developer guide, "API Gateway API key source"; recorded answers of imports
  /// with a scheme at the root.
  mutating func readSecurity(
    of operation: DocumentNode, into method: inout DefinedMethod
  ) throws(DocumentError) {
    if let auth = operation["x-amazon-apigateway-auth"], let type = auth["type"] {
      method.authorizationType = try type.text().uppercased()
    }
    let own = operation["security"]
    guard let security = own ?? root["security"] else { return }
    for requirement in try security.elements() {
      for (name, scopes) in try requirement.members() {
        guard let scheme = schemes[name] else {
          warn(
            "The security scheme '\(name)' of \(operation.place.pointer) is not declared and was "
              + "ignored")
          continue
        }
        switch scheme.meaning {
        case .apiKey: method.apiKeyRequired = method.apiKeyRequired || own != nil
        case .signature: method.authorizationType = "AWS_IAM"
        case .authorizer(let authorizer, let type):
          method.authorizationType = type
          method.authorizer = authorizer
          let scopes = try scopes.texts()
          if type == "COGNITO_USER_POOLS", !scopes.isEmpty { method.authorizationScopes = scopes }
        case .none: break
        }
      }
    }
  }

  /// The surprise of importers: a key at the root of a document protects nothing.
  mutating func adviseOnKeys() {
    let keys = schemes.filter { if case .apiKey = $0.value.meaning { true } else { false } }
    let methods = definition.paths.flatMap(\.methods)
    guard let name = keys.keys.min(), !methods.isEmpty, !methods.contains(where: \.apiKeyRequired)
    else { return }
    definition.advice.append(
      "The document declares the key scheme '\(name)', but no operation requires it, so every "
        + "method is open. Security at the root of a document is not used for keys: give each "
        + "operation \"security\": [{\"\(name)\": []}].")
  }
}
