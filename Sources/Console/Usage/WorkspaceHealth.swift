public import Doctor
public import GatewayModel

/// What is derived from the whole configuration and kept until it changes: which stages differ from
/// what they serve, and what the doctor finds.
public struct WorkspaceHealth: Sendable {
  /// What differs between each stage and its API; only stages that differ.
  public internal(set) var drift: [ApiStageID: SnapshotDiff] = [:]

  /// What the doctor found; nil before the first examination.
  public internal(set) var report: DoctorReport?
  /// The journal line the report is as of.
  private var examinedSequence: Sequence64?
  /// The version of the observations it is as of.
  private var examinedVersion = 0

  /// Keys up to which the doctor looks at every change by itself; with more, only when asked for,
  /// since an examination looks at all of them.
  public static let examinedLimitKeys = 20_000

  /// Nothing known yet.
  public init() {}

  /// Lets the doctor look at the configuration, unless nothing has changed since it last did.
  ///
  /// - Complexity: linear in the number of entities.
  mutating func examine(_ world: any ConsoleWorld, isAskedFor: Bool) {
    let state = world.state
    guard isAskedFor || state.keys.count <= Self.examinedLimitKeys else { return }
    let version = world.observationsVersion
    guard isAskedFor || examinedSequence != state.sequence || examinedVersion != version
    else { return }
    report = DoctorReport(of: state, observed: world.observations)
    (examinedSequence, examinedVersion) = (state.sequence, version)
  }

  /// Findings that somebody should look at: errors and warnings.
  public var alarmCount: Int {
    report.map { $0.count(of: .error) + $0.count(of: .warning) } ?? 0
  }

  /// True when requests are refused, or let through, against what the configuration says.
  public var hasErrors: Bool { report?.worst == .error }

  /// How many changes wait for a deployment, over all stages.
  public var undeployedCount: Int { drift.values.reduce(0) { $0 + $1.count } }

  /// Forgets what stages differ in, before all are compared anew.
  mutating func forgetDrift() { drift = [:] }

  /// Compares the stages of some APIs with what they serve.
  ///
  /// - Complexity: linear in the size of these APIs.
  mutating func compare(_ apis: some Sequence<RestApiID>, in state: GatewayState) {
    for id in apis {
      drift = drift.filter { $0.key.apiId != id }
      guard let api = state.apis[id] else { continue }
      for (stage, diff) in api.undeployedChangesByStage() where !diff.isEmpty {
        drift[ApiStageID(apiId: id, stage: stage)] = diff
      }
    }
  }
}
