public import GatewayModel

/// A young key that is disabled and was never used: `enabled` was left out when it was made.
///
/// Source: API Gateway REST API reference, CreateApiKey: `enabled` is false when absent.
public struct DisabledNeverUsed: DoctorCheck {
  /// How old a key may be to be taken for a slip, in seconds.
  public static let ageLimitSeconds: Int64 = 86_400

  /// Makes the check.
  public init() {}

  /// `disabled-never-used`.
  public let id = "disabled-never-used"
  /// What the check looks for.
  public let title = "a new key is disabled and was never used"

  /// One finding a key.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    state.sortedKeys.filter { key in
      !key.enabled && !observed.usedKeys.contains(key.id)
        && key.createdDate == key.lastUpdatedDate
        && observed.now.seconds - key.createdDate.seconds < Self.ageLimitSeconds
    }.map { key in
      Finding(
        checkID: id, severity: .warning, subject: .apiKey(key.id),
        problem: "Key \(Words.name(key)) was made disabled and has never been used.",
        reason: "CreateApiKey makes a disabled key unless it is told otherwise (aws: --enabled); "
          + "a disabled key is answered with 403 Forbidden.",
        mends: ["keystile key enable \(key.id)"])
    }
  }
}
