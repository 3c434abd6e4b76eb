/// A place in the journal's history: the last record it includes and that record's chain.
///
/// Printed as `n:chain` it can be pasted elsewhere; whoever rewrites the whole file later cannot
/// make it fit again.
public struct JournalHead: Sendable, Hashable, CustomStringConvertible {
  /// The sequence number of the last record; 0 for an empty journal.
  public var sequence: UInt64
  /// The chain value of that record; of an empty journal, a value derived from its identity.
  public var chain: Chain

  /// Names a place.
  public init(sequence: UInt64, chain: Chain) {
    self.sequence = sequence
    self.chain = chain
  }

  /// Reads `n:chain`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let sequence = UInt64(parts[0]), let chain = Chain(parts[1])
    else { return nil }
    self.init(sequence: sequence, chain: chain)
  }

  /// The place as `n:chain`.
  public var description: String { "\(sequence):\(chain)" }
}
