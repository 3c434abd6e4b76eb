extension SigningTime {
  /// Reads the text of a date header; nil for anything but the two forms clients send.
  ///
  /// - Parameter text: `20150830T123600Z`, or in the `Date` field also
  ///   `Sun, 30 Aug 2015 12:36:00 GMT`.
  /// Source: AWS General Reference, "Elements of an AWS API request signature"; RFC 9110 §5.6.7.
  public init?(_ text: some Collection<UInt8>) {
    let bytes = Array(text)
    guard let time = Self.basic(bytes) ?? Self.fixdate(bytes) else { return nil }
    self = time
  }

  /// `20150830T123600Z`
  static func basic(_ bytes: [UInt8]) -> SigningTime? {
    guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z"),
      let date = CivilDate(
        year: number(bytes[0..<4]), month: number(bytes[4..<6]), day: number(bytes[6..<8])),
      let clock = clock(number(bytes[9..<11]), number(bytes[11..<13]), number(bytes[13..<15]))
    else { return nil }
    return SigningTime(seconds: date.daysSince1970 * 86_400 + clock)
  }

  /// `Sun, 30 Aug 2015 12:36:00 GMT`; the weekday is not held against the date.
  private static func fixdate(_ bytes: [UInt8]) -> SigningTime? {
    let template = Array("DDD, 00 MMM 0000 00:00:00 GMT".utf8)
    guard bytes.count == template.count else { return nil }
    for (byte, expected) in zip(bytes, template)
    where !isPlaceholder(expected) && byte != expected { return nil }
    guard let month = months.firstIndex(of: Array(bytes[8..<11])),
      let date = CivilDate(
        year: number(bytes[12..<16]), month: Int64(month) + 1, day: number(bytes[5..<7])),
      let clock = clock(number(bytes[17..<19]), number(bytes[20..<22]), number(bytes[23..<25]))
    else { return nil }
    return SigningTime(seconds: date.daysSince1970 * 86_400 + clock)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ].map { Array($0.utf8) }

  /// True for the template's places of weekday, month and digits.
  private static func isPlaceholder(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "D") || byte == UInt8(ascii: "0") || byte == UInt8(ascii: "M")
  }

  /// A number of decimal digits only, else nil.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    var value: Int64 = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int64(byte - 0x30)
    }
    return value
  }

  /// Seconds into a day; nil outside of it. Leap seconds are not signed by any client.
  private static func clock(_ hour: Int64?, _ minute: Int64?, _ second: Int64?) -> Int64? {
    guard let hour, let minute, let second, hour < 24, minute < 60, second < 60 else { return nil }
    return hour * 3_600 + minute * 60 + second
  }
}
