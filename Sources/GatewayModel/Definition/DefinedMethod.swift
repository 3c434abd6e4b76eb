/// A method of a definition, which names validators, authorizers and models and knows no ids.
public struct DefinedMethod: Sendable, Hashable, Codable {
  /// `GET`, `ANY` and the like, upper case.
  public var httpMethod: String
  /// `NONE`, `AWS_IAM`, `CUSTOM` or `COGNITO_USER_POOLS`.
  public var authorizationType = "NONE"
  /// The name of an authorizer of the definition.
  public var authorizer: String?
  /// Scopes of a Cognito authorizer.
  public var authorizationScopes: [String]?
  /// Whether a request must carry a key.
  public var apiKeyRequired = false
  /// A name for documentation and SDKs.
  public var operationName: String?
  /// The name of a validator of the definition.
  public var requestValidator: String?
  /// `method.request.{querystring,header,path}.NAME` to whether it is required.
  public var requestParameters: [String: Bool]?
  /// Content type to model name.
  public var requestModels: [String: String]?
  /// Declared responses, in the document's order.
  public var responses: [MethodResponse] = []
  /// What answers the request; a method without one cannot be deployed.
  public var integration: DefinedIntegration?

  /// A method open to everybody, without responses and integration.
  public init(httpMethod: String) {
    self.httpMethod = httpMethod
  }
}
