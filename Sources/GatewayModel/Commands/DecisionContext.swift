/// What a decision depends on besides the state: time, randomness, counters and limits.
public struct DecisionContext {
  /// The moment of the change.
  public var now: Timestamp
  /// Makes new ids and key values.
  public var identifiers: any IdentifierSource
  /// The requests a key has used in the current period of a plan's quota.
  public var usedInPeriod: (PlanKeyID) -> Int
  /// Makes a self-signed certificate, PEM text, valid from one moment to another; nil where none can be
  /// made.
  public var makeCertificate: (Timestamp, Timestamp) -> String?
  /// How many entities the workspace may hold.
  public var limits: AccountLimits

  /// The circumstances of a decision.
  public init(
    now: Timestamp, identifiers: any IdentifierSource, limits: AccountLimits = AccountLimits(),
    usedInPeriod: @escaping (PlanKeyID) -> Int = { _ in 0 },
    makeCertificate: @escaping (Timestamp, Timestamp) -> String? = { _, _ in nil }
  ) {
    self.now = now
    self.identifiers = identifiers
    self.limits = limits
    self.usedInPeriod = usedInPeriod
    self.makeCertificate = makeCertificate
  }
}
