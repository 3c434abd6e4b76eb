/// Fixed-width decimal text, for dates and ordinal file names.
enum Decimal {
  /// The number with leading zeros.
  ///
  /// - Parameters:
  ///   - value: Not negative.
  ///   - width: The least number of digits.
  static func padded(_ value: Int64, width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Int64 {
  /// The quotient rounded towards minus infinity, so that moments before 1970 fall in the right day.
  func flooredDivision(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
