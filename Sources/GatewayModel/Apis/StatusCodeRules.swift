/// What a status code may be, wherever one is named.
enum StatusCodeRules {
  /// Notes a text that is not three digits from 100 to 599.
  ///
  /// - Parameters:
  ///   - statusCode: As it arrived; nil is no violation.
  ///   - path: `statusCode` for one of the address, `INPUT.statusCode` for one of the body.
  ///   - violations: What was found so far.
  /// Source: recorded answer of UpdateMethodResponse.
  static func check(
    _ statusCode: String?, at path: String = "statusCode",
    into violations: inout ConstraintViolations
  ) {
    guard let statusCode, !isStatusCode(statusCode) else { return }
    violations.note(
      statusCode, at: path, must: "Member must satisfy regular expression pattern: [1-5]\\d\\d",
      field: "statusCode")
  }

  /// Whether the text is three digits from 100 to 599.
  static func isStatusCode(_ text: String) -> Bool {
    let digits = Array(text.utf8)
    return digits.count == 3 && (0x31...0x35).contains(digits[0])
      && digits.allSatisfy(ASCII.isDigit)
  }
}
