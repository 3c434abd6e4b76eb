public import GatewayModel

/// A stage's method setting whose key names no method of what the stage serves.
///
/// The usual cause is a resource that was renamed, or a verb that `ANY` answers.
/// Source: API Gateway REST API reference, UpdateStage, method setting paths.
public struct MethodSettingMatchesNothing: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `method-setting-matches-nothing`.
  public let id = "method-setting-matches-nothing"
  /// What the check looks for.
  public let title = "a method setting of a stage names no method"

  /// One finding a setting.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    state.servedStages.flatMap { id, stage, snapshot in
      let known = Set(
        snapshot.routes.flatMap { route in
          route.methods.map { ApiStage.throttleKey(path: route.path, httpMethod: $0.httpMethod) }
        })
      return stage.methodSettings.keys.sorted().filter {
        $0 != MethodSettingKey.everyMethod && !known.contains(MethodSettingKey.method(of: $0))
      }.map {
        Finding(
          checkID: self.id, severity: .warning, subject: .stage(id),
          problem: "Setting “\($0)” of \(Words.name(id, in: state)) names no method it serves.",
          reason: "A setting acts on the method it names: pets/GET and ~1pets/GET are the GET of "
            + "/pets.",
          mends: [
            "keystile stage set \(id.apiId) \(Shell.quoted(id.stage)) "
              + "--remove-setting \(Shell.quoted($0))"
          ])
      }
    }
  }
}
