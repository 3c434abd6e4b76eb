/// Who may call a method, by its authorization type.
///
/// Source: API Gateway REST API reference, PutMethod; recorded answers for the texts.
enum AuthorizationRules {
  /// The types, in the order the reference lists them.
  static let types = ["NONE", "AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS"]

  /// The type meant by a text in any case.
  ///
  /// - Throws: `badRequest` when it is none.
  static func type(_ text: String?) throws(CommandError) -> String {
    guard let type = text?.uppercased(), types.contains(type) else {
      let options = types.joined(separator: ",")
      throw CommandError(
        .badRequest, "Invalid AuthorizationType specified. Valid options are \(options)",
        field: "authorizationType", remedy: "Use NONE unless callers sign their requests.")
    }
    return type
  }

  /// Refuses the types that ask an authorizer: a local workspace has none to ask.
  static func check(_ method: Method) throws(CommandError) {
    guard method.authorizationType == "NONE" || method.authorizationType == "AWS_IAM" else {
      throw CommandError(
        .badRequest,
        "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or "
          + "COGNITO_USER_POOLS requires a valid authorizer.",
        field: "authorizerId",
        remedy: "A local workspace has no authorizers; use NONE, and require an API key if the "
          + "method should not be open.")
    }
  }
}
