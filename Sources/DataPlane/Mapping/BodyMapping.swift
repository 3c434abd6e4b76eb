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

  /// What is there for a media type.
  enum Choice: Sendable {
    case template(MappingTemplate)
    /// The body passes as it is.
    case passthrough
    /// The media type is refused.
    case refusal
  }

  /// By media type.
  let templates: [String: MappingTemplate]
  private let passthroughBehavior: String

  init(_ integration: Integration) {
    templates = Dictionary(
      (integration.requestTemplates ?? [:]).map {
        (MethodRequest.mediaType($0.key), MappingTemplate($0.value))
      }, uniquingKeysWith: { $1 })
    passthroughBehavior = integration.passthroughBehavior
  }

  /// What is there for a media type.
  func choice(for mediaType: String) -> Choice {
    if let template = templates[mediaType] { return .template(template) }
    switch passthroughBehavior {
    case "NEVER": return .refusal
    case "WHEN_NO_TEMPLATES": return templates.isEmpty ? .passthrough : .refusal
    default: return .passthrough
    }
  }

  /// The body that goes to the backend.
  ///
  /// - Throws: 415 where no template is for the media type and the body may not pass; a
  ///   configuration error for a template that cannot be evaluated.
  func body(
    of request: MethodRequest, overrides: inout MappingOverrides
  ) throws(GatewayFailure) -> Result {
    switch choice(for: request.mediaType) {
    case .passthrough: return .unchanged
    case .refusal: throw .unsupportedMediaType
    case .template(let template):
      return .text(
        try template.text(
          for: request, body: request.body, overrides: &overrides, side: .request))
    }
  }
}
