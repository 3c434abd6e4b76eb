internal import CSystem
internal import Enforcement
internal import GatewayModel

/// A quota counter in one 64-bit word, so that period and count change together.
///
/// The upper 24 bits are the day number the period starts on, the lower 40 the requests used; 0 is a
/// counter that was never used.
struct QuotaWord {
  /// The most requests a period can count: 10¹².
  static let usedLimit = 1 << 40 - 1
  static let byteCount = 8

  var bits: UInt64

  init(bits: UInt64) {
    self.bits = bits
  }

  init(periodStart: CalendarDay, used: Int) {
    let day = UInt64(min(max(0, periodStart.number), 1 << 24 - 1))
    bits = day << 40 | UInt64(min(max(0, used), Self.usedLimit))
  }

  /// The first day of the period.
  var periodStart: CalendarDay { CalendarDay(number: Int(bits >> 40)) }

  /// The requests used in it.
  var used: Int { Int(bits & (1 << 40 - 1)) }

  /// The count of a period, or of the later one the word has.
  func count(periodStart wanted: CalendarDay) -> QuotaCount {
    periodStart < wanted
      ? QuotaCount(periodStart: wanted, used: 0)
      : QuotaCount(periodStart: periodStart, used: used)
  }
}

extension QuotaWord {
  /// The counter as it is now.
  static func read(_ word: UnsafeMutablePointer<UInt64>) -> QuotaWord {
    QuotaWord(bits: ks_atomic_load(word))
  }
}
