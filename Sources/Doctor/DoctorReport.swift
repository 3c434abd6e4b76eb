public import GatewayModel

/// The findings of all checks on one configuration.
public struct DoctorReport: Sendable, Hashable {
  /// The findings, worst first, in the order of the checks.
  public var findings: [Finding]

  /// Runs every check.
  ///
  /// - Parameters:
  ///   - state: The configuration.
  ///   - observed: Recent requests and what the journal remembers.
  /// - Complexity: linear in the number of keys, plans, stages and methods.
  public init(of state: GatewayState, observed: Observations) {
    let all = Self.checks.flatMap { $0.findings(in: state, observed: observed) }
    findings = Severity.allCases.reversed().flatMap { severity in
      all.filter { $0.severity == severity }
    }
  }

  /// The worst severity found; nil when all is well.
  public var worst: Severity? { findings.map(\.severity).max() }

  /// How many findings are of a severity.
  public func count(of severity: Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  /// Every check there is, the tutorial's pitfalls first.
  public static let checks: [any DoctorCheck] = [
    KeyNotRequired(),
    KeyInNoPlan(),
    SharedKey(),
    UndeployedChanges(),
    PlanWithoutStages(),
    StageWithoutPlan(),
    ApiWithoutStage(),
    PlanOutOfUse(),
    LostPlanStage(),
    UnmatchedRequests(),
    DisabledNeverUsed(),
    PreflightNeedsKey(),
    AuthorizerSourceWithoutAuthorizer(),
    AuthorizerCannotRun(),
    UnlimitedPlan(),
    MethodSettingMatchesNothing(),
    UnsupportedTemplate(),
    IntegrationNotServed(),
    UndeclaredResponse(),
  ]
}
