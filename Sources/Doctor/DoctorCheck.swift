public import GatewayModel

/// One thing that people get wrong with keys, plans and stages, and how to see it.
///
/// A check is pure: it reads the configuration and what was observed, and changes nothing.
public protocol DoctorCheck: Sendable {
  /// A stable word for scripts, for example `key-in-no-plan`.
  var id: String { get }
  /// What the check looks for, in a few words.
  var title: String { get }
  /// The findings, in an order that does not depend on dictionaries.
  func findings(in state: GatewayState, observed: Observations) -> [Finding]
}
