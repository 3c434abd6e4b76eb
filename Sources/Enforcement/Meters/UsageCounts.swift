/// What was counted for an identity, on one day or over several.
public struct UsageCounts: Sendable, Hashable {
  private var values = SIMD8<UInt64>()

  /// Counters at 0.
  public init() {}

  /// One of the counters.
  public subscript(counter: UsageCounter) -> UInt64 {
    get { values[counter.rawValue] }
    set { values[counter.rawValue] = newValue }
  }

  /// All requests, however they ended.
  public var requests: UInt64 {
    self[.served] &+ self[.throttled] &+ self[.overQuota] &+ self[.refused]
  }

  /// Whether nothing was counted.
  public var isZero: Bool { values == SIMD8() }

  /// Adds the counters of another day or identity.
  public static func += (left: inout UsageCounts, right: UsageCounts) {
    left.values &+= right.values
  }
}
