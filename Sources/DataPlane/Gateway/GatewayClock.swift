import Enforcement
import EventLoop
import GatewayModel

/// The two clocks of a request, read from the loop's.
///
/// The loop reads the monotonic clock once a turn; the date is read now and then, and follows the
/// monotonic clock in between.
final class GatewayClock {
  private let loop: EventLoop
  private var wallReadAt = Int64.min
  private var wallNanoseconds: Int64 = 0
  private var day = CalendarDay(number: 0)

  init(loop: EventLoop) {
    self.loop = loop
  }

  /// The time of the current turn.
  func instant() -> AdmissionInstant {
    let now = loop.nowNanoseconds
    if now &- wallReadAt >= Self.rereadNanoseconds || wallReadAt == .min {
      wallReadAt = now
      wallNanoseconds = loop.clock.wallNanoseconds()
      day = Timestamp(microseconds: wallNanoseconds / 1_000).day
    }
    return AdmissionInstant(monotonicNanoseconds: now, day: day)
  }

  /// The date of a moment of this turn, which was asked for its time before.
  ///
  /// - Parameter nanoseconds: The moment by the loop's monotonic clock.
  func date(atNanoseconds nanoseconds: Int64) -> Timestamp {
    Timestamp(microseconds: (wallNanoseconds + nanoseconds - wallReadAt) / 1_000)
  }

  /// A day may so begin late by this much, and a date that was set is followed as late.
  private static let rereadNanoseconds: Int64 = 50_000_000
}
