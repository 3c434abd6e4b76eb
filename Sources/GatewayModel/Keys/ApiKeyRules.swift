/// What the members of a key may be.
///
/// Lengths are counted in UTF-16 units, as API Gateway does.
/// Source: recorded answers of CreateApiKey and UpdateApiKey.
public enum ApiKeyRules {
  /// Characters of a name.
  public static let nameLimitCharacters = 1_024
  /// Characters of a description.
  public static let descriptionLimitCharacters = 125_000
  /// Characters of a value.
  public static let valueCharacters = 20...128
  /// Characters of a customer's id; API Gateway states no limit.
  public static let customerIdLimitCharacters = 1_024
  /// Characters of an id.
  public static let idLength = 10

  /// Refuses a name that is too long.
  ///
  /// - Throws: `badRequest`.
  public static func check(name: String, field: String = "name") throws(CommandError) {
    guard name.utf16.count <= nameLimitCharacters else {
      throw CommandError(
        .badRequest,
        "Invalid API Key name, can be at most \(nameLimitCharacters) characters.", field: field,
        remedy: "Shorten the name by \(name.utf16.count - nameLimitCharacters) characters.")
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
        .badRequest, "Invalid API Key description specified.", field: field,
        remedy: "Use at most \(descriptionLimitCharacters) characters.")
    }
  }

  /// Refuses a value that is too short, too long, or not printable ASCII without blanks.
  ///
  /// - Throws: `badRequest`; the text never holds the value.
  public static func check(value: String, field: String = "value") throws(CommandError) {
    let (least, most) = (valueCharacters.lowerBound, valueCharacters.upperBound)
    guard value.utf16.count >= least else {
      throw CommandError(
        .badRequest, "API Key value should be at least \(least) characters", field: field,
        remedy: "Use \(least) to \(most) characters, or leave the value out to have one made.")
    }
    guard value.utf16.count <= most else {
      throw CommandError(
        .badRequest, "API Key value exceeds maximum size of \(most) characters", field: field,
        remedy: "Use \(least) to \(most) characters, or leave the value out to have one made.")
    }
    guard value.utf8.allSatisfy(ASCII.isVisible) else {
      throw CommandError(
        .badRequest, "API Key value can only have printable ASCII characters without blanks",
        field: field,
        remedy: "A client must be able to send the value in a header: use letters "
          + "and digits.")
    }
  }

  /// Refuses a customer's id that is too long.
  ///
  /// - Throws: `badRequest`.
  public static func check(
    customerId: String, field: String = "customerId"
  ) throws(CommandError) {
    guard customerId.utf16.count <= customerIdLimitCharacters else {
      throw CommandError(
        .badRequest, "Invalid customer identifier specified", field: field,
        remedy: "Use at most \(customerIdLimitCharacters) characters.")
    }
  }
}
