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

  /// The types that ask an authorizer.
  static let askingTypes = ["CUSTOM", "COGNITO_USER_POOLS"]

  /// Refuses a type that asks an authorizer without one of the API's that fits it.
  static func check(_ method: Method, of api: ApiState?) throws(CommandError) {
    guard method.asksAuthorizer else { return }
    let authorizer = method.authorizerId.flatMap { api?.authorizers[$0] }
    let asksPool = method.authorizationType == Authorizer.cognito
    guard let authorizer, (authorizer.type == Authorizer.cognito) == asksPool else {
      throw CommandError(
        .badRequest,
        "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or "
          + "COGNITO_USER_POOLS requires a valid authorizer.",
        field: "authorizerId",
        remedy: "Make an authorizer of that type first and name it, or use NONE.")
    }
  }
}
