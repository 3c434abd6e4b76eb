import GatewayModel

extension DefinitionReader {
  /// What is written for a template that hands a body on as it is.
  static let passthroughTemplate = "__passthrough__"

  /// The backend an extension describes.
  mutating func integration(
    _ node: DocumentNode, of verb: String, at path: String
  ) throws(DocumentError) -> DefinedIntegration {
    _ = try node.members()
    var integration = DefinedIntegration(type: try node["type"]?.text().uppercased() ?? "")
    let owner = Owner(path: path, verb: verb)
    integration.httpMethod = try node["httpMethod"]?.text()
    integration.uri = try node["uri"]?.text()
    integration.connectionType = try node["connectionType"]?.text().uppercased()
    integration.connectionId = try node["connectionId"]?.text()
    integration.credentials = try node["credentials"]?.text()
    integration.requestParameters = try texts("requestParameters", of: node, owner)
    integration.requestTemplates = try texts("requestTemplates", of: node, owner)
    integration.passthroughBehavior = try node["passthroughBehavior"]?.text().uppercased()
    integration.contentHandling = try node["contentHandling"]?.text().uppercased()
    integration.timeoutInMillis = try node["timeoutInMillis"]?.integer()
    integration.cacheNamespace = try node["cacheNamespace"]?.text()
    integration.cacheKeyParameters = try node["cacheKeyParameters"]?.texts()
    integration.insecureSkipVerification =
      try node["tlsConfig"]?["insecureSkipVerification"]?.truth()
    integration.responseTransferMode = try node["responseTransferMode"]?.text().uppercased()
    integration.integrationTarget = try node["integrationTarget"]?.text()
    integration.responses = try responses(of: node, owner)
    return integration
  }

  private struct Owner {
    var path: String
    var verb: String
  }

  /// Answers by the pattern that selects them; `default` is the one without a pattern.
  private mutating func responses(
    of integration: DocumentNode, _ owner: Owner
  ) throws(DocumentError) -> [IntegrationResponse] {
    var responses: [IntegrationResponse] = []
    guard let declared = integration["responses"] else { return responses }
    for (pattern, node) in try declared.members() {
      guard let statusCode = try node["statusCode"]?.text() else {
        throw node.failure("\"statusCode\" is missing")
      }
      let templates = try texts("responseTemplates", of: node, owner)
      let response = IntegrationResponse(
        statusCode: statusCode, selectionPattern: pattern == "default" ? nil : pattern,
        responseParameters: try texts("responseParameters", of: node, owner),
        responseTemplates: templates?.mapValues { $0 == Self.passthroughTemplate ? nil : $0 },
        contentHandling: try node["contentHandling"]?.text().uppercased())
      if let index = responses.firstIndex(where: { $0.statusCode == statusCode }) {
        warn(
          "The integration response '\(responses[index].selectionPattern ?? "default")' of "
            + "resource '\(owner.path)' and method '\(owner.verb)' was ignored; '\(pattern)' has "
            + "the same status code \(statusCode)")
        responses[index] = response
      } else {
        responses.append(response)
      }
    }
    return responses
  }

  /// A map of texts; what is no text is left out with a warning in the recorded words.
  private mutating func texts(
    _ member: String, of node: DocumentNode, _ owner: Owner
  ) throws(DocumentError) -> [String: String]? {
    guard let map = node[member] else { return nil }
    var texts: [String: String] = [:]
    for (name, value) in try map.members() {
      guard case .string(let text) = value.value else {
        warn(
          "Invalid format for '\(member)'. Expected type string for property '\(name)' of "
            + "resource '\(owner.path)' and method '\(owner.verb)' but got '\(value.value.text)'")
        continue
      }
      texts[name] = text
    }
    return texts
  }
}
