import GatewayModel

/// An integration response, made ready.
struct PreparedResponse: Sendable {
  /// The status of the method's response.
  let status: Int?
  let contentHandling: String?
  /// By content type, for what a client accepts.
  let templates: [String: MappingTemplate]
  let headers: [(name: String, source: MappingSource)]

  init(_ response: IntegrationResponse) {
    status = Int(response.statusCode)
    contentHandling = response.contentHandling
    templates = (response.responseTemplates ?? [:]).compactMapValues {
      $0.map(MappingTemplate.init)
    }
    let prefix = "method.response.header."
    headers = (response.responseParameters ?? [:]).sorted { $0.key < $1.key }
      .compactMap { key, expression in
        guard key.hasPrefix(prefix),
          let source = MappingSource(expression, of: "integration.response.")
        else { return nil }
        return (String(key.dropFirst(prefix.count)), source)
      }
  }

  /// The template for what the client accepts, else JSON's, else the first; none passes the body.
  ///
  /// Source: API Gateway developer guide, "Mapping template transformations"; recorded answers.
  func template(accepting accept: String?) -> (type: String, template: MappingTemplate)? {
    let wanted = accept.map { MethodRequest.mediaType($0) } ?? "application/json"
    let candidates = [wanted, "application/json"] + templates.keys.sorted()
    let type = candidates.first { templates[$0] != nil }
    return type.flatMap { type in templates[type].map { (type, $0) } }
  }

  /// The answer that every request gets which this response answers without a backend; nil if it is
  /// not the same for all.
  var constantAnswer: MethodAnswer? {
    var fields = [("Content-Type", templates.keys.first ?? "application/json")]
    var body = ""
    switch templates.first?.value {
    case nil: break
    case .constant(let text)? where templates.count == 1: body = text
    default: return nil
    }
    for (name, source) in headers {
      guard case .text(let value) = source else { return nil }
      fields.append((ProxyHeaders.nameForClient(mapped: name), value))
    }
    return status.map { MethodAnswer(status: $0, headers: fields, body: Array(body.utf8)) }
  }
}
