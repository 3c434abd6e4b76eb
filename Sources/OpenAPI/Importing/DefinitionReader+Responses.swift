import GatewayModel

extension DefinitionReader {
  /// The statuses an operation declares; a default and a range of them are none.
  mutating func readResponses(
    of operation: DocumentNode, at path: String, into method: inout DefinedMethod
  ) throws(DocumentError) {
    guard let responses = operation["responses"] else { return }
    for (status, node) in try responses.members() where !status.hasPrefix("x-") {
      guard status.count == 3, let code = Int(status), (100...599).contains(code) else {
        warn(
          "The response '\(status)' of resource '\(path)' and method '\(method.httpMethod)' was "
            + "ignored; only single status codes can be declared")
        continue
      }
      let response = try references.resolved(node)
      method.responses.append(
        MethodResponse(
          statusCode: status, responseParameters: try headers(of: response),
          responseModels: try models(of: response, of: operation)))
    }
  }

  private func headers(of response: DocumentNode) throws(DocumentError) -> [String: Bool]? {
    guard let headers = response["headers"] else { return nil }
    var parameters: [String: Bool] = [:]
    for (name, _) in try headers.members() {
      parameters["method.response.header.\(name)"] = false
    }
    return parameters.isEmpty ? nil : parameters
  }

  private mutating func models(
    of response: DocumentNode, of operation: DocumentNode
  ) throws(DocumentError) -> [String: String]? {
    var models: [String: String] = [:]
    switch dialect {
    case .swagger:
      guard let schema = response["schema"], let model = try model(of: schema) else { return nil }
      for type in try mediaTypes("produces", of: operation) { models[type] = model }
    case .oas30: models = try self.models(of: response["content"])
    }
    return models.isEmpty ? nil : models
  }
}
