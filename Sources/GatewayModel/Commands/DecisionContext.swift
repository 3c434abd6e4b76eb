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

  /// A new id that nothing has yet.
  ///
  /// - Parameters:
  ///   - length: The number of characters.
  ///   - isTaken: Whether an id is in use.
  /// - Throws: `conflict` when the source gives only taken ids, which a working one never does.
  func freshIdentifier(
    length: Int, isTaken: (String) -> Bool
  ) throws(CommandError) -> String {
    try fresh({ identifiers.identifier(length: length) }, isTaken: isTaken)
  }

  /// A new key value that no key has yet.
  func freshKeyValue(isTaken: (String) -> Bool) throws(CommandError) -> String {
    try fresh(identifiers.keyValue, isTaken: isTaken)
  }

  private func fresh(
    _ make: () -> String, isTaken: (String) -> Bool
  ) throws(CommandError) -> String {
    for _ in 0..<Self.maximumAttempts {
      let made = make()
      if !isTaken(made) { return made }
    }
    throw CommandError(
      .conflict, "No free identifier was found in \(Self.maximumAttempts) attempts",
      remedy: "Try again; if it happens again the source of random numbers is broken.")
  }

  private static let maximumAttempts = 100
}
