import GatewayModel

/// How the answers of a backend become those of a method, made ready.
struct ResponseMapping: Sendable {
  private let choice: IntegrationResponseChoice
  private let binaryBodies: BinaryBodies

  init(_ integration: Integration, _ binaryBodies: BinaryBodies) {
    choice = IntegrationResponseChoice(integration)
    self.binaryBodies = binaryBodies
  }

  /// The answer to the client.
  ///
  /// Of the backend's header fields only the mapped ones go on.
  /// - Throws: A configuration error if no response fits the status, or a template cannot be evaluated.
  func answer(
    to request: MethodRequest, from backend: BackendAnswer
  ) throws(GatewayFailure) -> MethodAnswer {
    guard let response = choice.response(for: backend.status) else {
      throw .configuration(
        "No match for output mapping and no default output mapping configured. "
          + "Endpoint Response Status Code: \(backend.status)")
    }
    let accept = request.headers.last("accept")
    var body = try binaryBodies.answerBody(
      backend, handling: response.contentHandling, accept: accept)
    var contentType = backend.headers.last("content-type") ?? "application/json"
    if let (type, template) = Self.template(of: response, accept: accept) {
      guard MappingTemplate.isLiteral(template) else {
        throw .configuration("the response template is outside the supported language")
      }
      contentType = type
      body = Array(template.utf8)
    }
    var answer = MethodAnswer(
      status: Int(response.statusCode) ?? backend.status,
      headers: [("Content-Type", contentType)], body: body)
    for (name, value) in Self.headers(of: response, from: backend, to: request) {
      answer.set(ProxyHeaders.nameForClient(mapped: name), value)
    }
    return answer
  }

  /// The template for what the client accepts, else JSON's, else the first; none passes the body.
  ///
  /// Source: API Gateway developer guide, "Mapping template transformations"; recorded answers.
  private static func template(
    of response: IntegrationResponse, accept: String?
  ) -> (type: String, text: String)? {
    let templates = (response.responseTemplates ?? [:]).compactMapValues { $0 }
    let wanted = accept.map { MethodRequest.mediaType($0) } ?? "application/json"
    let type = [wanted, "application/json"].first { templates[$0] != nil } ?? templates.keys.min()
    return type.flatMap { type in templates[type].map { (type, $0) } }
  }

  private static func headers(
    of response: IntegrationResponse, from backend: BackendAnswer, to request: MethodRequest
  ) -> [(name: String, value: String)] {
    let prefix = "method.response.header."
    return (response.responseParameters ?? [:]).sorted { $0.key < $1.key }
      .compactMap { key, expression in
        guard key.hasPrefix(prefix),
          let source = MappingSource(expression, of: "integration.response.")
        else { return nil }
        let values = source.values(in: backend, to: request)
        return values.isEmpty
          ? nil : (String(key.dropFirst(prefix.count)), values.joined(separator: ","))
      }
  }
}
