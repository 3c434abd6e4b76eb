/// Says who may call a method: a Lambda function or a Cognito user pool is asked.
///
/// Neither can be asked here, so a method that is deployed with one is answered as API Gateway answers
/// when an authorizer is set up wrongly.
/// Source: API Gateway REST API reference, Authorizer.
public struct Authorizer: Accessory {
  /// 6 lower-case letters and digits.
  public var id: AuthorizerID
  /// Free text, unique in the API.
  public var name: String
  /// `TOKEN`, `REQUEST` or `COGNITO_USER_POOLS`.
  public var type: String
  /// The user pools of a Cognito authorizer.
  public var providerARNs: [String]?
  /// What imports and exports call it, for example `custom`.
  public var authType: String?
  /// The invocation ARN of a Lambda function.
  public var authorizerUri: String?
  /// A role to invoke the function with.
  public var authorizerCredentials: String?
  /// Mapping expressions of what identifies a caller, separated by commas.
  public var identitySource: String?
  /// A regular expression that a token must match.
  public var identityValidationExpression: String?
  /// How long an answer is kept, 0 to 3,600 seconds.
  public var authorizerResultTtlInSeconds: Int?

  /// An authorizer with all its members.
  public init(
    id: AuthorizerID, name: String, type: String, providerARNs: [String]? = nil,
    authType: String? = nil, authorizerUri: String? = nil, authorizerCredentials: String? = nil,
    identitySource: String? = nil, identityValidationExpression: String? = nil,
    authorizerResultTtlInSeconds: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.providerARNs = providerARNs
    self.authType = authType
    self.authorizerUri = authorizerUri
    self.authorizerCredentials = authorizerCredentials
    self.identitySource = identitySource
    self.identityValidationExpression = identityValidationExpression
    self.authorizerResultTtlInSeconds = authorizerResultTtlInSeconds
  }

  /// `authorizer`.
  public static let kind = EntityKind.authorizer
  /// `authorizer`.
  public static let noun = "authorizer"
  /// Its id.
  public var key: String { id }
  /// Its name.
  public var displayName: String? { name }

  /// The authorizer as API Gateway prints it; what was not given is left out.
  public func wire(_ form: WireForm) -> JSONValue {
    var object = JSONObject()
    object.add("authType", text: authType)
    object.add("authorizerCredentials", text: authorizerCredentials)
    object.add("authorizerResultTtlInSeconds", authorizerResultTtlInSeconds.map { .integer($0) })
    object.add("authorizerUri", text: authorizerUri)
    object.add("id", text: id)
    object.add("identitySource", text: identitySource)
    object.add("identityValidationExpression", text: identityValidationExpression)
    object.add("name", text: name)
    object.add("providerARNs", providerARNs.map { .array($0.map(JSONValue.string)) })
    object.add("type", text: type)
    return .object(object)
  }
}
