/// A day of a key's usage, as `GetUsage` reports it.
///
/// Source: API Gateway REST API reference, GetUsage, `values`.
public struct UsageDay: Sendable, Hashable {
  /// Requests served on the day.
  public var used: Int
  /// Requests left in the quota's period at the end of the day; 0 for a plan without a quota.
  public var remaining: Int

  /// A day of usage.
  public init(used: Int, remaining: Int) {
    self.used = used
    self.remaining = remaining
  }
}
