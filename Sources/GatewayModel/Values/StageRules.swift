/// What the name and the variables of a stage may be.
///
/// Source: API Gateway REST API reference, CreateStage; developer guide, "Quotas".
public enum StageRules {
  /// Stages an API can have.
  public static let maximumCount = 10
  /// Characters of a stage's name, at least 1.
  public static let nameLimitCharacters = 128
  /// Variables a stage can have.
  public static let maximumVariables = 100
  /// Characters of a variable's name, at least 1.
  public static let variableNameLimitCharacters = 64
  /// Characters of a variable's value.
  public static let variableValueLimitCharacters = 512

  /// Refuses a name that is not letters, digits, `_` and `-`.
  ///
  /// - Throws: `badRequest`.
  public static func check(name: String, field: String = "stageName") throws(CommandError) {
    guard (1...nameLimitCharacters).contains(name.unicodeScalars.count) else {
      throw CommandError(
        .badRequest, "Stage name must have 1 to \(nameLimitCharacters) characters", field: field,
        remedy: name.isEmpty
          ? "Give a name, for example prod."
          : "Shorten it by \(name.unicodeScalars.count - nameLimitCharacters) characters.")
    }
    guard name.utf8.allSatisfy({ ASCII.isAlphanumeric($0) || "_-".utf8.contains($0) }) else {
      throw CommandError(
        .badRequest, "Stage name only allows a-zA-Z0-9_-", field: field,
        remedy: "Use 1 to \(nameLimitCharacters) letters, digits, _ or -, for example prod.")
    }
  }

  /// Refuses a set of variables of which one breaks a rule.
  ///
  /// - Parameters:
  ///   - variables: All variables the stage would have.
  ///   - field: The input member they came in.
  /// - Throws: `badRequest`, for the first fault in the order of the names.
  public static func check(
    variables: [String: String], field: String = "variables"
  ) throws(CommandError) {
    for (name, value) in variables.sorted(by: { $0.key < $1.key }) {
      try check(variable: name, value: value, field: field)
    }
    guard variables.count <= maximumVariables else {
      throw CommandError(
        .badRequest, "A stage can have at most \(maximumVariables) variables", field: field,
        remedy: "Remove \(variables.count - maximumVariables) of the variables.")
    }
  }

  private static func check(
    variable name: String, value: String, field: String
  ) throws(CommandError) {
    guard name.utf8.allSatisfy({ ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }),
      (1...variableNameLimitCharacters).contains(name.utf8.count)
    else {
      throw CommandError(
        .badRequest, "Stage variable names only allow a-zA-Z0-9_", field: field,
        remedy: "Use 1 to \(variableNameLimitCharacters) letters, digits or _ instead of '\(name)'."
      )
    }
    guard value.utf8.allSatisfy(isAllowedInValue),
      (1...variableValueLimitCharacters).contains(value.utf8.count)
    else {
      throw CommandError(
        .badRequest, "Stage variable values only allow A-Za-z0-9-._~:/?#&=,", field: field,
        remedy: "Give '\(name)' 1 to \(variableValueLimitCharacters) of those characters.")
    }
  }

  private static func isAllowedInValue(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || "-._~:/?#&=,".utf8.contains(byte)
  }
}
