import GatewayModel

/// A number as decimal digits, so that 19.99 is a multiple of 0.01.
struct SchemaNumber: Sendable {
  private let digits: Int128
  private let exponent: Int
  private let approximate: Double

  /// Nil for a value that is no number.
  init?(_ value: JSONValue) {
    switch value {
    case .integer(let value):
      digits = Int128(value)
      exponent = 0
      approximate = Double(value)
    case .double(let value):
      approximate = value
      (digits, exponent) = Self.decimal(value.description)
    default: return nil
    }
  }

  /// The digits and the power of ten of a text such as `-1.5e-07`.
  private static func decimal(_ text: String) -> (Int128, Int) {
    let halves = text.split(separator: "e")
    var digits: Int128 = 0
    var exponent = halves.count > 1 ? Int(halves[1]) ?? 0 : 0
    var isBehindPoint = false
    for byte in (halves.first ?? "").utf8 {
      switch byte {
      case UInt8(ascii: "."): isBehindPoint = true
      case 0x30...0x39:
        digits = digits * 10 + Int128(byte - 0x30)
        if isBehindPoint { exponent -= 1 }
      default: continue
      }
    }
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
    return (text.hasPrefix("-") ? -digits : digits, digits == 0 ? 0 : exponent)
  }

  /// Both numbers' digits at the same power of ten; nil where they are too far apart for that.
  private static func aligned(_ one: Self, _ other: Self) -> (Int128, Int128)? {
    let exponent = min(one.exponent, other.exponent)
    func digits(of number: Self) -> Int128? {
      var digits = number.digits
      let count = number.exponent - exponent
      guard count <= 38 else { return digits == 0 ? 0 : nil }
      for _ in 0..<count {
        let (product, isTooLarge) = digits.multipliedReportingOverflow(by: 10)
        if isTooLarge { return nil }
        digits = product
      }
      return digits
    }
    guard let first = digits(of: one), let second = digits(of: other) else { return nil }
    return (first, second)
  }

  static func isLess(_ one: Self, _ other: Self) -> Bool {
    guard let (first, second) = aligned(one, other) else {
      return one.approximate < other.approximate
    }
    return first < second
  }

  static func isEqual(_ one: Self, _ other: Self) -> Bool {
    !isLess(one, other) && !isLess(other, one)
  }

  /// Whether the number divides by another without a rest; by nothing, no number does.
  func isMultiple(of divisor: Self) -> Bool {
    guard divisor.digits != 0 else { return false }
    guard let (own, other) = Self.aligned(self, divisor) else {
      return approximate.truncatingRemainder(dividingBy: divisor.approximate) == 0
    }
    return own % other == 0
  }
}
