public import GatewayModel

/// One thing that is wrong, why it matters, and the commands that mend it.
public struct Finding: Sendable, Hashable {
  /// The check that found it.
  public var checkID: String
  /// How bad it is.
  public var severity: Severity
  /// The entity to look at.
  public var subject: EntityRef
  /// What is wrong, in one sentence that names the entities.
  public var problem: String
  /// What comes of it and why API Gateway behaves so.
  public var reason: String
  /// Command lines that mend it, to be run in this order; the first may be enough.
  public var mends: [String]

  /// A finding.
  public init(
    checkID: String, severity: Severity, subject: EntityRef, problem: String, reason: String,
    mends: [String]
  ) {
    self.checkID = checkID
    self.severity = severity
    self.subject = subject
    self.problem = problem
    self.reason = reason
    self.mends = mends
  }
}
