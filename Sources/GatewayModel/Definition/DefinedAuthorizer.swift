/// An authorizer of a definition; members mean what they mean in `CreateAuthorizer`.
public struct DefinedAuthorizer: Sendable, Hashable, Codable {
  /// What methods of the definition name it by.
  public var name: String
  /// `TOKEN`, `REQUEST` or `COGNITO_USER_POOLS`, upper case.
  public var type: String
  /// How the document describes the kind of authorization, for example `custom`.
  public var authType: String?
  /// User pools of a Cognito authorizer.
  public var providerARNs: [String]?
  /// A Lambda function by its invocation address.
  public var authorizerUri: String?
  /// A role the function is called with.
  public var authorizerCredentials: String?
  /// Where the token or the cache key comes from.
  public var identitySource: String?
  /// What a token must match before the function is asked.
  public var identityValidationExpression: String?
  /// How long an answer is kept, in seconds.
  public var authorizerResultTtlInSeconds: Int?

  /// An authorizer of a kind, everything else unset.
  public init(name: String, type: String) {
    self.name = name
    self.type = type
  }
}
