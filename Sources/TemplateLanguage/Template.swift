import GatewayModel

/// A mapping template, read once and rendered for many requests.
///
/// The language is that of Apache Velocity 1.7 with the objects and the peculiarities of API
/// Gateway: what is not there prints as nothing and counts as true, macros are text.
/// Source: API Gateway developer guide, "Mapping template reference"; recorded answers.
public final class Template: Sendable {
  let nodes: [TemplateNode]
  /// Places that do not do what their author means, though the template can be rendered.
  public let issues: [TemplateIssue]

  /// Reads a template.
  ///
  /// - Throws: The first place for which API Gateway, or this engine, answers 500.
  /// - Complexity: linear in the length of the template.
  public init(_ source: String) throws(TemplateIssue) {
    guard source.utf8.count <= TemplateLimits.templateBytes else {
      throw TemplateIssue(
        line: 1, column: 1, text: "a template has at most \(TemplateLimits.templateBytes) bytes")
    }
    var parser = TemplateParser(Array(source.utf8))
    nodes = try parser.template()
    issues = parser.issues
    if let issue = issues.first(where: { $0.effect == .fails }) { throw issue }
  }

  /// The text of a template without references and directives, which needs no rendering.
  public var constant: String? {
    switch nodes.count {
    case 0: return ""
    case 1:
      if case .text(let text) = nodes[0] { return text }
      return nil
    default: return nil
    }
  }

  /// The text for one request.
  ///
  /// - Throws: `TemplateError`, for which API Gateway answers 400 if the body is no JSON and 500
  /// else.
  /// - Complexity: bounded by `limits`.
  public func render(
    _ input: TemplateInput, limits: TemplateLimits = TemplateLimits()
  ) throws(TemplateError) -> RenderedTemplate {
    let evaluator = TemplateEvaluator(input, limits: limits)
    try evaluator.renderTemplate(nodes)
    return RenderedTemplate(
      text: evaluator.output, requestOverride: try evaluator.override("requestOverride"),
      responseOverride: try evaluator.override("responseOverride"))
  }

  /// The places of a template that do not do what their author means, in the order they stand.
  ///
  /// - Returns: The first place that cannot be read ends the list, since what follows it is
  /// unknown.
  public static func unsupported(in source: String) -> [TemplateIssue] {
    guard source.utf8.count <= TemplateLimits.templateBytes else {
      return [
        TemplateIssue(
          line: 1, column: 1, text: "a template has at most \(TemplateLimits.templateBytes) bytes")
      ]
    }
    var parser = TemplateParser(Array(source.utf8))
    do throws(TemplateIssue) {
      _ = try parser.template()
      return parser.issues
    } catch {
      return parser.issues + [error]
    }
  }
}
