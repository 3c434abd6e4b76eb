import GatewayModel

/// The templates of a body by media type, and what becomes of a body that none is for.
///
/// Source: API Gateway developer guide, "Integration passthrough behaviors".
struct BodyMapping: Sendable {
  /// What a body comes to.
  enum Result: Sendable {
    /// It is sent as it is.
    case unchanged
    /// A template made another.
    case text(String)
  }

  private let templates: [String: String]
  private let passthroughBehavior: String

  init(_ templates: [String: String], passthroughBehavior: String) {
    self.templates = Dictionary(
      templates.map { (MethodRequest.mediaType($0.key), $0.value) }, uniquingKeysWith: { $1 })
    self.passthroughBehavior = passthroughBehavior
  }

  /// The body that goes to the backend.
  ///
  /// - Throws: 415 where no template is for the media type and the body may not pass; a configuration
  ///   error for a template that cannot be evaluated.
  func body(of request: MethodRequest) throws(GatewayFailure) -> Result {
    if let template = templates[request.mediaType] {
      guard MappingTemplate.isLiteral(template) else {
        throw .configuration("the request template is outside the supported language")
      }
      return .text(template)
    }
    switch passthroughBehavior {
    case "NEVER": throw .unsupportedMediaType
    case "WHEN_NO_TEMPLATES":
      if templates.isEmpty { return .unchanged }
      throw .unsupportedMediaType
    default: return .unchanged
    }
  }
}
