/// The backend of a method.
///
/// Source: API Gateway REST API reference, Integration.
public struct Integration: Sendable, Hashable, Codable {
  /// The kind of backend.
  public var type: IntegrationType
  /// The verb sent to the backend; `ANY` passes the request's own.
  public var httpMethod: String?
  /// The backend's address.
  public var uri: String?
  /// `INTERNET` or `VPC_LINK`; shown for HTTP kinds.
  public var connectionType: String?
  /// A VPC link.
  public var connectionId: String?
  /// A role for AWS backends.
  public var credentials: String?
  /// Mapped request parameters.
  public var requestParameters: [String: String]?
  /// Content type to mapping template.
  public var requestTemplates: [String: String]?
  /// `WHEN_NO_MATCH`, `WHEN_NO_TEMPLATES` or `NEVER`.
  public var passthroughBehavior: String
  /// `CONVERT_TO_BINARY` or `CONVERT_TO_TEXT`.
  public var contentHandling: String?
  /// 50 to 29,000 milliseconds.
  public var timeoutInMillis: Int
  /// The resource id unless set.
  public var cacheNamespace: String?
  /// Parameters that make up a cache key.
  public var cacheKeyParameters: [String]
  /// Whether an HTTPS backend's certificate is accepted unchecked; nil when never set.
  public var insecureSkipVerification: Bool?
  /// `BUFFERED` or `STREAM`.
  public var responseTransferMode: String?
  /// A load balancer behind a VPC link.
  public var integrationTarget: String?
  /// Responses by status code.
  public var integrationResponses: [String: IntegrationResponse]

  /// An integration with all its members.
  public init(
    type: IntegrationType, httpMethod: String? = nil, uri: String? = nil,
    connectionType: String? = nil, connectionId: String? = nil, credentials: String? = nil,
    requestParameters: [String: String]? = nil, requestTemplates: [String: String]? = nil,
    passthroughBehavior: String = "WHEN_NO_MATCH", contentHandling: String? = nil,
    timeoutInMillis: Int = Integration.defaultTimeoutMilliseconds, cacheNamespace: String? = nil,
    cacheKeyParameters: [String] = [], insecureSkipVerification: Bool? = nil,
    responseTransferMode: String? = nil, integrationTarget: String? = nil,
    integrationResponses: [String: IntegrationResponse] = [:]
  ) {
    self.type = type
    self.httpMethod = httpMethod
    self.uri = uri
    self.connectionType = connectionType
    self.connectionId = connectionId
    self.credentials = credentials
    self.requestParameters = requestParameters
    self.requestTemplates = requestTemplates
    self.passthroughBehavior = passthroughBehavior
    self.contentHandling = contentHandling
    self.timeoutInMillis = timeoutInMillis
    self.cacheNamespace = cacheNamespace
    self.cacheKeyParameters = cacheKeyParameters
    self.insecureSkipVerification = insecureSkipVerification
    self.responseTransferMode = responseTransferMode
    self.integrationTarget = integrationTarget
    self.integrationResponses = integrationResponses
  }

  /// What API Gateway waits for a backend unless told otherwise, in milliseconds.
  public static let defaultTimeoutMilliseconds = 29_000
}
