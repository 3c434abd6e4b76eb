import GatewayModel

/// Chooses the integration response for a backend's status.
enum IntegrationResponseChoice {
  /// The response whose pattern fits the whole status, else the one without a pattern.
  ///
  /// Source: API Gateway developer guide, "Set up an integration response": the pattern is a regular
  /// expression over the status.
  static func response(for status: Int, of integration: Integration) -> IntegrationResponse? {
    let responses = integration.integrationResponses.values.sorted { $0.statusCode < $1.statusCode }
    let text = String(status)
    let fitting = responses.first { response in
      guard let pattern = response.selectionPattern, !pattern.isEmpty,
        let expression = try? Regex(pattern)
      else { return false }
      return (try? expression.wholeMatch(in: text)) != nil
    }
    return fitting ?? responses.first { ($0.selectionPattern ?? "").isEmpty }
  }
}
