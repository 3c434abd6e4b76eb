import Enforcement
import EventLoop
import GatewayModel

/// The two clocks of a request, read from the loop's.
///
/// The loop reads the monotonic clock once a turn; the date is read again only when a second may have
/// passed since.
struct GatewayClock {
  private let loop: EventLoop
  private var wallReadAt = Int64.min
  private var wallSecond: Int64 = 0
  private var day = CalendarDay(number: 0)

  init(loop: EventLoop) {
    self.loop = loop
  }

  /// The time of the current turn.
  mutating func instant() -> AdmissionInstant {
    let now = loop.nowNanoseconds
    if now &- wallReadAt >= Self.rereadNanoseconds || wallReadAt == .min {
      wallReadAt = now
      let wall = loop.clock.wallNanoseconds()
      wallSecond = wall / 1_000_000_000
      day = Timestamp(seconds: wallSecond).day
    }
    return AdmissionInstant(monotonicNanoseconds: now, day: day)
  }

  /// A day may so begin late by this much.
  private static let rereadNanoseconds: Int64 = 50_000_000
}
