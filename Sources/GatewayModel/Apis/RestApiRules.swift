/// What an API's own members may be.
///
/// Source: API Gateway REST API reference, CreateRestApi; recorded answers for the texts.
public enum RestApiRules {
  /// Refuses a name that says nothing.
  ///
  /// - Throws: `badRequest`.
  public static func check(name: String?) throws(CommandError) {
    guard let name, !name.isEmpty else {
      throw CommandError(
        .badRequest, "Name cannot be empty", field: "name", remedy: "Give the API a name.")
    }
  }

  /// Refuses a compression threshold outside the permitted sizes.
  ///
  /// - Parameter minimumCompressionSize: Bytes; nil, of a text that is no number, is refused too.
  /// - Throws: `badRequest`.
  public static func check(minimumCompressionSize: Int?) throws(CommandError) {
    let sizes = ApiLimits.compressionSizeBytes
    guard let minimumCompressionSize, sizes.contains(minimumCompressionSize) else {
      throw CommandError(
        .badRequest,
        "Invalid minimum compression size, "
          + "must be between \(sizes.lowerBound) and \(sizes.upperBound)",
        field: "minimumCompressionSize",
        remedy: "Use a number of bytes in that range, or leave it out to switch compression off.")
    }
  }

  /// Refuses a resource policy that is too long or no JSON object; none and an empty one are no policy.
  ///
  /// - Throws: `badRequest`.
  public static func check(policy: String?) throws(CommandError) {
    guard (policy?.utf8.count ?? 0) <= ApiLimits.policyLimitBytes else {
      throw CommandError(
        .badRequest, "Resource policy can be at most \(ApiLimits.policyLimitBytes) bytes",
        field: "policy", remedy: "Shorten the policy.")
    }
    guard let policy, !policy.isEmpty else { return }
    guard JSONText.isObject(policy) else {
      throw CommandError(
        .badRequest,
        "Invalid policy document. Please check the policy syntax and ensure that Principals are "
          + "valid.", field: "policy", remedy: "Give one JSON object.")
    }
  }
}
