import GatewayModel

/// Limits in words.
enum LimitText {
  /// For example `50/s burst 100`.
  static func throttle(_ throttle: ThrottleSettings?) -> String {
    let parts = [
      throttle?.rateLimit.map { "\(number($0))/s" }, throttle?.burstLimit.map { "burst \($0)" },
    ].compactMap { $0 }
    return parts.isEmpty ? "no limit" : parts.joined(separator: " ")
  }

  /// For example `1000 a MONTH`.
  static func quota(_ quota: QuotaSettings?) -> String {
    guard let quota else { return "no quota" }
    return "\(quota.limit) a \(quota.period.rawValue)"
      + (quota.offset == 0 ? "" : " from day \(quota.offset)")
  }

  /// A number without a needless fraction.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }
}
