/// What the members of a plan may be.
///
/// Source: API Gateway REST API reference, UsagePlan; Terraform AWS provider for the quota's offsets.
public enum UsagePlanRules {
  /// Characters of a name; API Gateway states no limit, this is a key's.
  public static let nameLimitCharacters = 1_024
  /// Characters of a description; as above.
  public static let descriptionLimitCharacters = 125_000
  /// Characters of a product code.
  public static let productCodeLimitCharacters = 1_024
  /// Tokens a second.
  public static let ratePerSecond = 0.0...1_000_000_000.0
  /// Tokens of a bucket.
  public static let burstTokens = 0...Int(Int32.max)
  /// Requests a period.
  public static let quotaRequests = 0...Int(Int32.max)
  /// Requests that can be left in a period, after a grant: as many as a quota can be.
  public static let remainingRequests = quotaRequests
  /// Characters of an id.
  public static let idLength = 6

  /// Refuses a name that is missing or too long.
  ///
  /// - Throws: `badRequest`.
  public static func check(name: String, field: String = "name") throws(CommandError) {
    guard (1...nameLimitCharacters).contains(name.utf16.count) else {
      throw CommandError(
        .badRequest,
        name.isEmpty
          ? "Usage Plan name must not be empty"
          : "Invalid Usage Plan name, can be at most \(nameLimitCharacters) characters.",
        field: field, remedy: "Use 1 to \(nameLimitCharacters) characters.")
    }
  }

  /// Refuses a description that is too long.
  ///
  /// - Throws: `badRequest`.
  public static func check(
    description: String, field: String = "description"
  ) throws(CommandError) {
    guard description.utf16.count <= descriptionLimitCharacters else {
      throw CommandError(
        .badRequest, "Invalid Usage Plan description specified.", field: field,
        remedy: "Use at most \(descriptionLimitCharacters) characters.")
    }
  }

  /// Refuses a product code that is too long.
  ///
  /// - Throws: `badRequest`.
  public static func check(
    productCode: String, field: String = "productCode"
  ) throws(CommandError) {
    guard productCode.utf16.count <= productCodeLimitCharacters else {
      throw CommandError(
        .badRequest, "Invalid product code specified.", field: field,
        remedy: "Use at most \(productCodeLimitCharacters) characters.")
    }
  }

  /// Refuses a rate that is negative or not a number.
  ///
  /// - Parameters:
  ///   - rateLimit: Requests a second; fractions are real, `0.5` is one every two seconds.
  ///   - field: The input member it came in.
  /// - Throws: `badRequest`.
  public static func check(
    rateLimit: Double, field: String = "throttle.rateLimit"
  ) throws(CommandError) {
    guard ratePerSecond.contains(rateLimit) else { throw badRate(field) }
  }

  /// Refuses a burst that is negative.
  ///
  /// - Throws: `badRequest`.
  public static func check(
    burstLimit: Int, field: String = "throttle.burstLimit"
  ) throws(CommandError) {
    guard burstTokens.contains(burstLimit) else { throw badInteger(field, burstTokens) }
  }

  /// Refuses a throttle of which a number breaks its rule.
  ///
  /// - Throws: `badRequest`.
  public static func check(
    _ throttle: ThrottleSettings, field: String = "throttle"
  ) throws(CommandError) {
    if let rate = throttle.rateLimit { try check(rateLimit: rate, field: "\(field).rateLimit") }
    if let burst = throttle.burstLimit {
      try check(burstLimit: burst, field: "\(field).burstLimit")
    }
  }

  /// The rate in a text.
  ///
  /// - Parameter text: Digits, with a point and an exponent if need be, for example `0.5`.
  /// - Throws: `badRequest`.
  public static func rateLimit(
    _ text: String, field: String = "throttle.rateLimit"
  ) throws(CommandError) -> Double {
    guard text.utf8.allSatisfy({ ASCII.isDigit($0) || ".eE+-".utf8.contains($0) }),
      let rate = Double(text)
    else { throw badRate(field) }
    try check(rateLimit: rate, field: field)
    return rate
  }

  /// The burst in a text of digits.
  ///
  /// - Throws: `badRequest`.
  public static func burstLimit(
    _ text: String, field: String = "throttle.burstLimit"
  ) throws(CommandError) -> Int {
    try integer(text, in: burstTokens, field: field)
  }

  /// The whole number in a text of digits.
  ///
  /// - Throws: `badRequest`, when it is none or out of range.
  static func integer(
    _ text: String, in range: ClosedRange<Int>, field: String
  ) throws(CommandError) -> Int {
    guard let number = Int(text), range.contains(number) else { throw badInteger(field, range) }
    return number
  }

  private static func badRate(_ field: String) -> CommandError {
    let member = memberName(field)
    return CommandError(
      .badRequest, "Invalid value for \(member): must be a number of 0 or more", field: field,
      remedy: "Use requests a second, for example 10 or 0.5.")
  }

  private static func badInteger(_ field: String, _ range: ClosedRange<Int>) -> CommandError {
    let member = memberName(field)
    return CommandError(
      .badRequest,
      "Invalid value for \(member): must be a whole number of \(range.lowerBound) or more",
      field: field,
      remedy: "Use a whole number from \(range.lowerBound) to \(range.upperBound).")
  }

  private static func memberName(_ field: String) -> String {
    String(field.split(separator: ".").last ?? "value")
  }
}
