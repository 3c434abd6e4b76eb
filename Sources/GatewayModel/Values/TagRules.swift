/// What tags may be, on every entity that takes them.
///
/// Source: API Gateway REST API reference, Tags; developer guide, "Tag restrictions".
public enum TagRules {
  /// Tags an entity can have.
  public static let maximumCount = 50
  /// Characters of a tag's key, at least 1.
  public static let keyLimitCharacters = 128
  /// Characters of a tag's value.
  public static let valueLimitCharacters = 256
  /// The start of keys that only the platform may set.
  public static let reservedPrefix = "aws:"

  /// Refuses tags that break a rule.
  ///
  /// - Parameters:
  ///   - tags: All tags the entity would have.
  ///   - field: The input member they came in.
  /// - Throws: `badRequest`, for the first fault in the order of the keys.
  public static func check(_ tags: [String: String], field: String = "tags") throws(CommandError) {
    for (key, value) in tags.sorted(by: { $0.key < $1.key }) {
      try check(key: key, value: value, field: field)
    }
    guard tags.count <= maximumCount else {
      throw CommandError(
        .badRequest, "A resource can have at most \(maximumCount) tags", field: field,
        remedy: "Remove \(tags.count - maximumCount) of the \(tags.count) tags.")
    }
  }

  private static func check(
    key: String, value: String, field: String
  ) throws(CommandError) {
    guard !key.isEmpty, key.utf16.count <= keyLimitCharacters else {
      throw CommandError(
        .badRequest, "Tag keys must have 1 to \(keyLimitCharacters) characters", field: field,
        remedy: "Give every tag a key of 1 to \(keyLimitCharacters) characters.")
    }
    guard !key.lowercased().hasPrefix(reservedPrefix) else {
      throw CommandError(
        .badRequest, "Tag keys must not start with \(reservedPrefix)", field: field,
        remedy: "Rename the tag '\(key)'; that prefix belongs to the platform.")
    }
    guard value.utf16.count <= valueLimitCharacters else {
      throw CommandError(
        .badRequest, "Tag values can have at most \(valueLimitCharacters) characters",
        field: field, remedy: "Shorten the value of the tag '\(key)'.")
    }
  }
}
