public import GatewayModel

/// The time of a request by the two clocks that matter: buckets run on the monotonic one, quotas on the
/// calendar. Read by the caller, so that tests set both.
public struct AdmissionInstant: Sendable, Hashable {
  /// A clock that never steps, nanoseconds from any fixed moment.
  public var monotonicNanoseconds: Int64
  /// The UTC day.
  public var day: CalendarDay

  /// The time of a request.
  public init(monotonicNanoseconds: Int64, day: CalendarDay) {
    self.monotonicNanoseconds = monotonicNanoseconds
    self.day = day
  }
}
