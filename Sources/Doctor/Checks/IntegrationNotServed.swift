public import GatewayModel

/// A method of a stage whose integration cannot be called from here: AWS's own services.
///
/// They are stored as they are, so that an API can be carried back and forth; requests are answered 500.
public struct IntegrationNotServed: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `integration-not-served`.
  public let id = "integration-not-served"
  /// What the check looks for.
  public let title = "a stage serves a method whose integration is an AWS service"

  /// One finding a method and stage.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    state.servedStages.flatMap { id, _, snapshot in
      snapshot.routes.flatMap { route in
        route.methods.compactMap { method in finding(method, at: route, of: id, in: state) }
      }
    }
  }

  private func finding(
    _ method: Method, at route: SnapshotRoute, of stage: ApiStageID, in state: GatewayState
  ) -> Finding? {
    guard let type = method.methodIntegration?.type, type == .aws || type == .awsProxy else {
      return nil
    }
    return Finding(
      checkID: id, severity: .warning,
      subject: .method(stage.apiId, route.resourceId, httpMethod: method.httpMethod),
      problem: "\(Words.route(method, at: route.path)) of \(Words.name(stage, in: state)) has an "
        + "integration of type \(type.rawValue).",
      reason: "Such integrations are stored and not called from here: its requests are answered "
        + "500 Internal server error.",
      mends: [
        "keystile method put \(stage.apiId) \(method.httpMethod) \(Shell.quoted(route.path)) "
          + (method.apiKeyRequired ? "--require-key " : "") + "--mock 200",
        "keystile deploy \(stage.apiId) \(Shell.quoted(stage.stage)) --yes",
      ])
  }
}
