import GatewayModel

/// How the answers of a backend become those of a method, made ready.
struct ResponseMapping: Sendable {
  private let choice: IntegrationResponseChoice
  private let prepared: [String: PreparedResponse]
  private let binaryBodies: BinaryBodies

  init(_ integration: Integration, _ binaryBodies: BinaryBodies) {
    choice = IntegrationResponseChoice(integration)
    prepared = Dictionary(
      integration.integrationResponses.values.map { ($0.statusCode, PreparedResponse($0)) },
      uniquingKeysWith: { $1 })
    self.binaryBodies = binaryBodies
  }

  /// The response for a backend's status, or nil if none fits.
  func response(for status: Int) -> PreparedResponse? {
    choice.response(for: status).flatMap { prepared[$0.statusCode] }
  }

  /// The answer to the client.
  ///
  /// Of the backend's header fields only the mapped ones go on.
  /// - Parameter overrides: As the request's template left them.
  /// - Throws: A configuration error if no response fits the status, or a template cannot be
  ///   evaluated.
  func answer(
    to request: MethodRequest, from backend: BackendAnswer, overrides: MappingOverrides
  ) throws(GatewayFailure) -> MethodAnswer {
    guard let response = response(for: backend.status) else {
      throw .configuration(
        "No match for output mapping and no default output mapping configured. "
          + "Endpoint Response Status Code: \(backend.status)")
    }
    var overrides = overrides
    let accept = request.headers.last("accept")
    var body = try binaryBodies.answerBody(
      backend, handling: response.contentHandling, accept: accept)
    var contentType = backend.headers.last("content-type") ?? "application/json"
    if let (type, template) = response.template(accepting: accept) {
      contentType = type
      let text = try template.text(
        for: request, body: body, overrides: &overrides, side: .response)
      body = Array(text.utf8)
    }
    var answer = MethodAnswer(
      status: overrides.status ?? response.status ?? backend.status,
      headers: [("Content-Type", contentType)], body: body)
    for (name, source) in response.headers {
      let values = source.values(in: backend, to: request)
      if !values.isEmpty {
        answer.set(ProxyHeaders.nameForClient(mapped: name), values.joined(separator: ","))
      }
    }
    for (name, value) in overrides.headers {
      answer.set(ProxyHeaders.nameForClient(mapped: name), value)
    }
    return answer
  }
}
