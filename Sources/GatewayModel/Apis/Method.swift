/// A verb of a resource: what a request is matched to.
///
/// Source: API Gateway REST API reference, Method.
public struct Method: Sendable, Hashable, Codable {
  /// `GET`, `PUT`, `POST`, `DELETE`, `PATCH`, `OPTIONS`, `HEAD` or `ANY`.
  public var httpMethod: String
  /// `NONE`, `AWS_IAM`, `CUSTOM` or `COGNITO_USER_POOLS`.
  public var authorizationType: String
  /// The authorizer of `CUSTOM` and `COGNITO_USER_POOLS`.
  public var authorizerId: String?
  /// Scopes of a Cognito authorizer.
  public var authorizationScopes: [String]?
  /// Whether a request must carry a key that a usage plan admits; acts after a deployment.
  public var apiKeyRequired: Bool
  /// A name for documentation and SDKs.
  public var operationName: String?
  /// Checks the request before the integration is called.
  public var requestValidatorId: RequestValidatorID?
  /// `method.request.{querystring,header,path}.NAME` to whether it is required.
  public var requestParameters: [String: Bool]?
  /// Content type to model name.
  public var requestModels: [String: String]?
  /// Declared responses by status code.
  public var methodResponses: [String: MethodResponse]
  /// What answers the request.
  public var methodIntegration: Integration?

  /// A method with all its members.
  public init(
    httpMethod: String, authorizationType: String = "NONE", authorizerId: String? = nil,
    authorizationScopes: [String]? = nil, apiKeyRequired: Bool = false,
    operationName: String? = nil, requestValidatorId: RequestValidatorID? = nil,
    requestParameters: [String: Bool]? = nil, requestModels: [String: String]? = nil,
    methodResponses: [String: MethodResponse] = [:], methodIntegration: Integration? = nil
  ) {
    self.httpMethod = httpMethod
    self.authorizationType = authorizationType
    self.authorizerId = authorizerId
    self.authorizationScopes = authorizationScopes
    self.apiKeyRequired = apiKeyRequired
    self.operationName = operationName
    self.requestValidatorId = requestValidatorId
    self.requestParameters = requestParameters
    self.requestModels = requestModels
    self.methodResponses = methodResponses
    self.methodIntegration = methodIntegration
  }

  /// Whether a Lambda function or a user pool decides who may call it.
  public var asksAuthorizer: Bool { AuthorizationRules.askingTypes.contains(authorizationType) }

  /// The verbs a method can have, in the order API Gateway's error text lists them.
  public static let httpMethods = [
    "GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY",
  ]
}
