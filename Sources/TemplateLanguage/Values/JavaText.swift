/// Numbers as Java prints them.
enum JavaText {
  /// At least one digit behind the point; with an exponent from 10⁷ on and below 10⁻³.
  ///
  /// Source: Java SE API, Double.toString.
  static func text(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    let sign = value.sign == .minus ? "-" : ""
    let magnitude = value.magnitude
    if magnitude == 0 { return sign + "0.0" }
    let (digits, exponent) = digits(of: magnitude)
    if magnitude >= 1e-3, magnitude < 1e7 {
      return sign + plain(digits, exponent: exponent)
    }
    let fraction = digits.count > 1 ? String(digits.dropFirst()) : "0"
    return "\(sign)\(digits.prefix(1)).\(fraction)E\(exponent)"
  }

  /// The shortest digits that mean the number, and the power of ten of the first of them.
  private static func digits(of value: Double) -> (digits: String, exponent: Int) {
    let halves = value.description.split(separator: "e")
    var exponent = halves.count > 1 ? Int(halves[1]) ?? 0 : 0
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    var digits = parts.joined()
    exponent += parts[0].count - 1
    while digits.count > 1, digits.first == "0" {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    return (digits, exponent)
  }

  private static func plain(_ digits: String, exponent: Int) -> String {
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + digits }
    let whole = String(digits.prefix(exponent + 1))
    let padded = whole + String(repeating: "0", count: exponent + 1 - whole.count)
    let fraction = digits.dropFirst(exponent + 1)
    return "\(padded).\(fraction.isEmpty ? "0" : String(fraction))"
  }
}
