import GatewayModel
import TemplateLanguage

/// A mapping template, made ready once for each deployment.
enum MappingTemplate: Sendable {
  /// Text without references and directives.
  case constant(String)
  /// Rendered for each request.
  case template(Template)
  /// Outside the language, and stored all the same: why.
  case broken(String)

  init(_ source: String) {
    do throws(TemplateIssue) {
      let template = try Template(source)
      self = template.constant.map { .constant($0) } ?? .template(template)
    } catch {
      self = .broken(error.description)
    }
  }

  /// The text for a request.
  ///
  /// - Parameters:
  ///   - body: `$input.body`: the request's or the backend's.
  ///   - overrides: As earlier templates left them; changed as this one leaves them.
  ///   - side: Which body it is, since only a client's may be the client's fault.
  func text(
    for request: MethodRequest, body: [UInt8], overrides: inout MappingOverrides, side: Side
  ) throws(GatewayFailure) -> String {
    switch self {
    case .constant(let text): return text
    case .broken(let reason): throw side.failure(reason)
    case .template(let template):
      do throws(TemplateError) {
        let rendered = try template.render(request.templateInput(body: body, overrides))
        overrides.request = rendered.requestOverride
        overrides.response = rendered.responseOverride
        return rendered.text
      } catch {
        if case .bodyIsNotJSON(let reason) = error, side == .request {
          throw .unreadableBody(reason)
        }
        throw side.failure(error.description)
      }
    }
  }

  /// Where a template stands.
  enum Side: Sendable {
    case request
    case response

    /// What an execution log says of a template that gave nothing.
    ///
    /// Source: API Gateway, execution logs of templates that cannot be rendered.
    fileprivate func failure(_ reason: String) -> GatewayFailure {
      .configuration("Unable to transform \(self == .request ? "request" : "response"): \(reason)")
    }
  }
}

extension MethodRequest {
  /// What a template can ask for.
  fileprivate func templateInput(body: [UInt8], _ overrides: MappingOverrides) -> TemplateInput {
    func parameters(_ fields: RequestFields) -> [TemplateInput.Parameter] {
      fields.all.map { TemplateInput.Parameter($0.name, $0.value) }
    }
    return TemplateInput(
      body: String(decoding: body, as: UTF8.self), path: parameters(pathParameters),
      querystring: parameters(query), header: parameters(headers), context: context,
      requestOverride: overrides.request, responseOverride: overrides.response,
      stageVariables: stageVariables)
  }
}
