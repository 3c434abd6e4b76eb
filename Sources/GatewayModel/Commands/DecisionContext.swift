/// What a decision depends on besides the state: time, randomness, counters and limits.
public struct DecisionContext {
  /// The moment of the change.
  public var now: Timestamp
  /// Makes new ids and key values.
  public var identifiers: any IdentifierSource
  /// The requests a key has used in the current period of a plan's quota.
  public var usedInPeriod: (PlanKeyID) -> Int
  /// How many entities the workspace may hold.
  public var limits: AccountLimits

  /// The circumstances of a decision.
  public init(
    now: Timestamp, identifiers: any IdentifierSource, limits: AccountLimits = AccountLimits(),
    usedInPeriod: @escaping (PlanKeyID) -> Int = { _ in 0 }
  ) {
    self.now = now
    self.identifiers = identifiers
    self.limits = limits
    self.usedInPeriod = usedInPeriod
  }
}
