/// A moment in whole milliseconds since 1970, as signatures and their rules count time.
///
/// Signatures carry seconds; milliseconds are there for the rule that tells an honest repeat from a
/// replay.
public struct SigningTime: Sendable, Hashable, Comparable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public var milliseconds: Int64

  /// A moment.
  ///
  /// - Parameter milliseconds: Since 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// A moment on a whole second.
  ///
  /// - Parameter seconds: Since 1970-01-01T00:00:00Z.
  public init(seconds: Int64) {
    milliseconds = seconds * 1_000
  }

  /// Whole seconds since 1970, rounded down.
  public var seconds: Int64 {
    milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000
  }

  /// The moment as `X-Amz-Date` has it, `20150830T123600Z`.
  public var basicText: String {
    let (day, clock) = (seconds.floorDivided(by: 86_400), seconds.floorRemainder(by: 86_400))
    let date = CivilDate(daysSince1970: day)
    return date.basicText + "T" + Self.digits(clock / 3_600, 2)
      + Self.digits(clock / 60 % 60, 2) + Self.digits(clock % 60, 2) + "Z"
  }

  /// The day as a credential's scope has it, `20150830`.
  public var dayText: String {
    CivilDate(daysSince1970: seconds.floorDivided(by: 86_400)).basicText
  }

  /// The earlier one first.
  public static func < (left: SigningTime, right: SigningTime) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// A moment some seconds later, or with a negative number earlier.
  func adding(seconds: Int64) -> SigningTime {
    SigningTime(milliseconds: milliseconds + seconds * 1_000)
  }

  /// A number with leading zeros.
  static func digits(_ number: Int64, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    (self - floorRemainder(by: divisor)) / divisor
  }

  fileprivate func floorRemainder(by divisor: Int64) -> Int64 {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
