import GatewayModel
import TemplateLanguage
import Testing

/// A template, what it is given, and what becomes of it.
struct TemplateCase: Sendable, CustomTestStringConvertible {
  let template: String
  let input: TemplateInput
  /// The text; nil for a template that fails.
  let output: String?

  init(_ template: String, _ output: String?, body: String? = nil) {
    self.init(template, output, TemplateInput(body: body))
  }

  init(_ template: String, _ output: String?, _ input: TemplateInput) {
    self.template = template
    self.input = input
    self.output = output
  }

  var testDescription: String { template }

  /// What the template really gives.
  var result: String? {
    guard let template = try? Template(template) else { return nil }
    return try? template.render(input).text
  }
}
