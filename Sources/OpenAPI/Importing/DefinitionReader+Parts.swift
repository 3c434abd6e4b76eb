import GatewayModel

extension DefinitionReader {
  /// The document's validators, and which one operations have that name none.
  mutating func readValidators() throws(DocumentError) {
    if let validators = root["x-amazon-apigateway-request-validators"] {
      for (name, node) in try validators.members() {
        definition.requestValidators.append(
          DefinedRequestValidator(
            name: name, validateRequestBody: try node["validateRequestBody"]?.truth() ?? false,
            validateRequestParameters: try node["validateRequestParameters"]?.truth() ?? false))
      }
    }
    defaultValidator = try root["x-amazon-apigateway-request-validator"]?.text()
  }

  /// What the gateway answers itself.
  mutating func readGatewayResponses() throws(DocumentError) {
    guard let responses = root["x-amazon-apigateway-gateway-responses"] else { return }
    for (type, node) in try responses.members() {
      _ = try node.members()
      definition.gatewayResponses.append(
        DefinedGatewayResponse(
          responseType: type, statusCode: try node["statusCode"]?.text(),
          responseParameters: try texts(of: node["responseParameters"]),
          responseTemplates: try texts(of: node["responseTemplates"])))
    }
  }

  private func texts(of node: DocumentNode?) throws(DocumentError) -> [String: String] {
    var texts: [String: String] = [:]
    guard let node else { return texts }
    for (name, text) in try node.members() { texts[name] = try text.text() }
    return texts
  }

  /// The members of the API itself that only extensions can say.
  mutating func readOwnExtensions() throws(DocumentError) {
    definition.apiKeySource =
      try root["x-amazon-apigateway-api-key-source"]?.text().uppercased()
    definition.binaryMediaTypes = try root["x-amazon-apigateway-binary-media-types"]?.texts()
    definition.minimumCompressionSize =
      try root["x-amazon-apigateway-minimum-compression-size"]?.integer()
    if let policy = root["x-amazon-apigateway-policy"] {
      if case .string(let text) = policy.value {
        definition.policy = text
      } else {
        _ = try policy.members()
        definition.policy = policy.value.text
      }
    }
    try readEndpoint(root["x-amazon-apigateway-endpoint-configuration"])
    definition.securityPolicy = try root["x-amazon-apigateway-security-policy"]?.text()
    definition.endpointAccessMode = try root["x-amazon-apigateway-endpoint-access-mode"]?.text()
    if let tags = root["tags"] {
      for tag in try tags.elements() {
        guard let name = tag["name"], let value = tag["x-amazon-apigateway-tag-value"] else {
          continue
        }
        definition.tags[try name.text()] = try value.text()
      }
    }
    if let documentation = root["x-amazon-apigateway-documentation"],
      documentation["documentationParts"] != nil
    {
      definition.documentation = documentation.value.text
    }
    if root["x-amazon-apigateway-cors"] != nil {
      warn("The extension x-amazon-apigateway-cors is for HTTP APIs only and was ignored")
    }
  }
}
