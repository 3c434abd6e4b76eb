internal import CSystem
internal import Enforcement

/// The counters of a slot on a day: eight 64-bit words, one cache line, in the order of `UsageCounter`.
enum DayRow {
  static let byteCount = 64

  /// Adds one to a counter.
  @inline(__always)
  static func count(_ counter: UsageCounter, at row: UnsafeMutablePointer<UInt64>) {
    _ = ks_atomic_add(row + counter.rawValue, 1)
  }

  /// The counters as they are now; each is exact, together they may be a request apart.
  static func counts(at row: UnsafeMutablePointer<UInt64>) -> UsageCounts {
    var counts = UsageCounts()
    for counter in UsageCounter.allCases {
      counts[counter] = ks_atomic_load(row + counter.rawValue)
    }
    return counts
  }

  /// Sets all counters to 0.
  static func clear(_ row: UnsafeMutablePointer<UInt64>) {
    for counter in UsageCounter.allCases { ks_atomic_store(row + counter.rawValue, 0) }
  }
}
