/// What a decision depends on besides the state: time, randomness and the counters.
public struct DecisionContext {
  /// The moment of the change.
  public var now: Timestamp
  /// Makes new ids and key values.
  public var identifiers: any IdentifierSource
  /// The requests a key has used in the current period of a plan's quota.
  public var usedInPeriod: (PlanKeyID) -> Int

  /// The circumstances of a decision.
  public init(
    now: Timestamp, identifiers: any IdentifierSource,
    usedInPeriod: @escaping (PlanKeyID) -> Int = { _ in 0 }
  ) {
    self.now = now
    self.identifiers = identifiers
    self.usedInPeriod = usedInPeriod
  }
}
