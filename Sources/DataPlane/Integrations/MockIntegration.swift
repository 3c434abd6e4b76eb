import Foundation
import GatewayModel
import HTTPServer

/// A MOCK integration, made ready: the status its request template chooses and the answer that goes
/// with it.
///
/// A class, because every request takes it out of the list of ready ones: one count, not one for each of
/// the integration's texts.
/// Source: API Gateway developer guide, "Mock integrations".
final class MockIntegration {
  /// A whole answer; an object, so that handing it out is one count.
  final class Answer: Sendable {
    /// The status of the chosen integration response.
    let status: Int
    /// `Content-Type` and the headers of the integration response.
    let headers: HTTPFieldBlock
    /// The same, one by one.
    let fields: [(name: String, value: String)]
    /// The body, ready to send.
    let body: [UInt8]

    init(status: Int, fields: [(name: String, value: String)], body: [UInt8]) {
      self.status = status
      headers = HTTPFieldBlock(fields)
      self.fields = fields
      self.body = body
    }
  }

  /// What chooses the answer.
  enum Choice {
    /// Always this one.
    case fixed(Answer)
    /// The request's body is read as `{"statusCode": …}`.
    case byBody
    /// The configuration cannot work.
    case broken(String)
  }

  private let integration: Integration
  private let choiceByType: [String: Choice]
  /// What a request that names no content type comes to: JSON's choice, as API Gateway takes it.
  private(set) lazy var plainChoice = choice(contentType: "application/json")

  init(_ integration: Integration) {
    self.integration = integration
    choiceByType = (integration.requestTemplates ?? [:]).mapValues {
      Self.choice(template: $0, integration: integration)
    }
  }

  /// What a request of a content type comes to; nil means 415.
  ///
  /// Source: API Gateway developer guide, "Integration passthrough behaviors".
  func choice(contentType: String) -> Choice? {
    if let choice = choiceByType[contentType] { return choice }
    switch integration.passthroughBehavior {
    case "NEVER": return nil
    case "WHEN_NO_TEMPLATES": return choiceByType.isEmpty ? .byBody : nil
    default: return .byBody
    }
  }

  /// The answer to a whole request.
  func answer(to request: MethodRequest) throws(GatewayFailure) -> MethodAnswer {
    guard var choice = choice(contentType: request.mediaType) else { throw .unsupportedMediaType }
    if case .byBody = choice { choice = answer(body: request.body) }
    switch choice {
    case .fixed(let answer):
      return MethodAnswer(status: answer.status, headers: answer.fields, body: answer.body)
    case .broken(let reason): throw .configuration(reason)
    case .byBody: throw .configuration("the body has no integer statusCode")
    }
  }

  /// The answer to a body that was passed through.
  func answer(body: [UInt8]) -> Choice {
    guard let status = Self.statusCode(in: String(decoding: body, as: UTF8.self)) else {
      return .broken("the body has no integer statusCode")
    }
    return Self.answer(status: status, integration: integration)
  }

  private static func choice(template: String, integration: Integration) -> Choice {
    guard MappingTemplate.isLiteral(template) else {
      return .broken("the request template is outside the supported language")
    }
    guard let status = statusCode(in: template) else {
      return .broken("the request template gives no integer statusCode")
    }
    return answer(status: status, integration: integration)
  }

  private static func answer(status: Int, integration: Integration) -> Choice {
    guard let response = IntegrationResponseChoice(integration).response(for: status) else {
      return .broken("no integration response fits status \(status)")
    }
    let templates = response.responseTemplates ?? [:]
    let type = templates["application/json"] != nil ? "application/json" : templates.keys.min()
    let body = type.flatMap { templates[$0] ?? nil } ?? ""
    guard MappingTemplate.isLiteral(body) else {
      return .broken("the response template is outside the supported language")
    }
    let headers = (response.responseParameters ?? [:]).sorted { $0.key < $1.key }
      .compactMap(staticHeader)
    let fields = [("Content-Type", type ?? "application/json")] + headers
    return .fixed(
      Answer(
        status: Int(response.statusCode) ?? status, fields: fields,
        body: Array(body.utf8)))
  }

  /// A header whose mapping is a quoted text; other mappings have nothing to map from in a mock.
  private static func staticHeader(
    _ parameter: (key: String, value: String)
  ) -> (name: String, value: String)? {
    let prefix = "method.response.header."
    guard parameter.key.hasPrefix(prefix), parameter.value.count >= 2,
      parameter.value.first == "'", parameter.value.last == "'"
    else { return nil }
    return (
      String(parameter.key.dropFirst(prefix.count)), String(parameter.value.dropFirst().dropLast())
    )
  }

  /// The integer after `statusCode`, in JSON that may leave its quotes out as API Gateway allows.
  static func statusCode(in text: String) -> Int? {
    guard let name = text.range(of: "statusCode") else { return nil }
    var rest = text[name.upperBound...].drop { $0 == "\"" || $0 == "'" || $0.isWhitespace }
    guard rest.first == ":" else { return nil }
    rest = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let next = rest.dropFirst(digits.count).first
    guard let status = Int(digits), next == nil || next.map({ ",}\" \n\r\t".contains($0) }) == true
    else { return nil }
    return status
  }
}
