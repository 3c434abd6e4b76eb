public import GatewayModel

/// Requests to paths that a stage does not have, answered “Missing Authentication Token”.
///
/// The text makes people look for a key or a signature; the path or verb is what is wrong.
/// Source: API Gateway developer guide, "Gateway response types", MISSING_AUTHENTICATION_TOKEN.
public struct UnmatchedRequests: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `unmatched-requests`.
  public let id = "unmatched-requests"
  /// What the check looks for.
  public let title = "requests match no route and read as a key problem"

  /// One finding a stage, verb and path.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    observed.unmatchedRoutes.compactMap { miss in
      guard let snapshot = state.servedSnapshot(miss.stage) else { return nil }
      let nearest = snapshot.nearestRoutes(to: miss.httpMethod, miss.path)
      let asked = "\(miss.httpMethod) \(miss.path)"
      return Finding(
        checkID: id, severity: .warning, subject: .stage(miss.stage),
        problem:
          "\(miss.count) recent request\(miss.count == 1 ? "" : "s") for \(asked) matched no "
          + "route of \(Words.name(miss.stage, in: state))"
          + (nearest.isEmpty ? "." : "; nearest: \(Words.list(nearest))."),
        reason:
          "The answer, 403 Missing Authentication Token, reads as a key problem, but the path "
          + "or the verb is not in what the stage serves.",
        mends: [
          "keystile why \(miss.httpMethod) \(Shell.quoted(miss.path)) "
            + "--stage \(Shell.quoted(miss.stage.description))"
        ])
    }
  }
}
