internal import GatewayModel
internal import TemplateLanguage

/// A mapping template of the method that answers, or its integration, which will not do what its author
/// means.
public struct TemplateFault: Sendable, Hashable {
  /// Which template, for example `request template for application/json`, or `integration`.
  public let place: String
  /// Where in it and what, for example `line 2, column 5: #if without an #end`.
  public let reason: String
  /// Whether requests that need the template are answered 500; otherwise they are answered with
  /// text of the template's directives in it.
  public let fails: Bool

  /// What becomes of answers because of it, in words.
  public var sentence: String {
    let end = fails ? "answered 500" : "sent with the directive's text in it"
    return "\(end): \(place), \(reason)"
  }

  /// The faults of a method: its integration, then at most one for each template.
  ///
  /// - Complexity: linear in the length of the templates.
  static func all(of method: Method) -> [TemplateFault] {
    if let type = method.methodIntegration?.type, type == .aws || type == .awsProxy {
      let reason = "type \(type.rawValue) is stored and not called from here"
      return [TemplateFault(place: "integration", reason: reason, fails: true)]
    }
    return (method.methodIntegration?.templates ?? []).compactMap { template in
      let issues = template.issues
      return (issues.first { $0.effect == .fails } ?? issues.first).map {
        TemplateFault(
          place: template.place, reason: $0.description, fails: $0.effect == .fails)
      }
    }
  }
}
