import GatewayModel
import JSONSchema

/// Chooses the integration response for a backend's status.
///
/// Source: API Gateway developer guide, "Set up an integration response": the pattern is a regular
/// expression over the status, from end to end.
struct IntegrationResponseChoice: Sendable {
  private let responses: [(pattern: Pattern, response: IntegrationResponse)]
  private let standard: IntegrationResponse?

  /// The responses of an integration; a pattern that is no regular expression fits nothing.
  init(_ integration: Integration) {
    let sorted = integration.integrationResponses.values.sorted { $0.statusCode < $1.statusCode }
    responses = sorted.compactMap { response in
      guard let text = response.selectionPattern, !text.isEmpty, let pattern = try? Pattern(text)
      else { return nil }
      return (pattern, response)
    }
    standard = sorted.first { ($0.selectionPattern ?? "").isEmpty }
  }

  /// The response whose pattern fits the whole status, else the one without a pattern.
  func response(for status: Int) -> IntegrationResponse? {
    let text = String(status)
    return responses.first { $0.pattern.matchesWhole(text) }?.response ?? standard
  }
}
