/// Order statistics: a mean would tell of the machine's other work.
enum Statistics {
  /// The middle value; 0 of nothing.
  static func median(_ values: [Double]) -> Double { percentile(50, of: values) }

  /// The value that `percent` of a hundred do not exceed; 0 of nothing.
  static func percentile(_ percent: Double, of values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let rank = (percent / 100 * Double(sorted.count)).rounded(.up)
    return sorted[min(max(Int(rank) - 1, 0), sorted.count - 1)]
  }
}
