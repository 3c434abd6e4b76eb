import Foundation
import GatewayModel
import HTTPServer

/// A MOCK integration, made ready: the status its request template chooses and the answer that goes
/// with it.
///
/// A class, because every request takes it out of the list of ready ones: one count, not one for
/// each of the integration's texts.
/// Source: API Gateway developer guide, "Mock integrations".
final class MockIntegration {
  /// A whole answer; an object, so that handing it out is one count.
  final class Answer: Sendable {
    /// The status of the chosen integration response.
    let status: Int
    /// `Content-Type` and the headers of the integration response.
    let headers: HTTPFieldBlock
    /// The body, ready to send.
    let body: [UInt8]

    init(_ answer: MethodAnswer) {
      status = answer.status
      headers = HTTPFieldBlock(answer.headers)
      body = answer.body
    }
  }

  /// What chooses the answer.
  enum Choice {
    /// Always this one.
    case fixed(Answer)
    /// The request decides: its body or its parameters.
    case mapped
    /// The media type is refused.
    case refusal
    /// The configuration cannot work.
    case broken(String)
  }

  private let bodies: BodyMapping
  private let responses: ResponseMapping
  private let choiceByType: [String: Choice]
  /// What a request that names no content type comes to: JSON's choice, as API Gateway takes it.
  let plainChoice: Choice

  init(_ integration: Integration, _ binaryBodies: BinaryBodies) {
    let bodies = BodyMapping(integration)
    let responses = ResponseMapping(integration, binaryBodies)
    choiceByType = bodies.templates.mapValues { Self.choice($0, responses) }
    self.bodies = bodies
    self.responses = responses
    plainChoice =
      choiceByType["application/json"] ?? Self.choice(bodies.choice(for: "application/json"))
  }

  /// What a request of a content type comes to.
  func choice(contentType: String) -> Choice {
    choiceByType[contentType] ?? Self.choice(bodies.choice(for: contentType))
  }

  private static func choice(_ choice: BodyMapping.Choice) -> Choice {
    switch choice {
    case .template, .passthrough: .mapped
    case .refusal: .refusal
    }
  }

  private static func choice(
    _ template: MappingTemplate, _ responses: ResponseMapping
  ) -> Choice {
    switch template {
    case .template: return .mapped
    case .broken(let reason): return .broken("Unable to transform request: \(reason)")
    case .constant(let text):
      guard let status = statusCode(in: text), let response = responses.response(for: status) else {
        return .mapped
      }
      return response.constantAnswer.map { .fixed(Answer($0)) } ?? .mapped
    }
  }

  /// The answer to a whole request.
  func answer(to request: MethodRequest) throws(GatewayFailure) -> MethodAnswer {
    var overrides = MappingOverrides()
    let text: String
    switch try bodies.body(of: request, overrides: &overrides) {
    case .text(let rendered): text = rendered
    case .unchanged: text = String(decoding: request.body, as: UTF8.self)
    }
    guard let status = Self.statusCode(in: text) else {
      throw .configuration("Unable to parse statusCode. It should be an integer.")
    }
    return try responses.answer(
      to: request,
      from: BackendAnswer(
        status: status, headers: RequestFields(isCaseSensitive: false), body: []),
      overrides: overrides)
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
