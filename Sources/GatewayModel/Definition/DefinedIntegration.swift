/// The backend of a method of a definition; members mean what they mean in `PutIntegration`.
public struct DefinedIntegration: Sendable, Hashable, Codable {
  /// `HTTP`, `AWS`, `MOCK`, `HTTP_PROXY` or `AWS_PROXY`, upper case.
  public var type: String
  /// The verb sent to the backend.
  public var httpMethod: String?
  /// The backend's address.
  public var uri: String?
  /// `INTERNET` or `VPC_LINK`.
  public var connectionType: String?
  /// A VPC link.
  public var connectionId: String?
  /// A role for AWS backends.
  public var credentials: String?
  /// `integration.request.…` to a mapping expression.
  public var requestParameters: [String: String]?
  /// Content type to mapping template.
  public var requestTemplates: [String: String]?
  /// `WHEN_NO_MATCH`, `WHEN_NO_TEMPLATES` or `NEVER`.
  public var passthroughBehavior: String?
  /// `CONVERT_TO_BINARY` or `CONVERT_TO_TEXT`.
  public var contentHandling: String?
  /// 50 to 29,000 milliseconds.
  public var timeoutInMillis: Int?
  /// Where cached answers belong; nil is the resource.
  public var cacheNamespace: String?
  /// Parameters that make up a cache key.
  public var cacheKeyParameters: [String]?
  /// Whether an HTTPS backend's certificate is accepted unchecked.
  public var insecureSkipVerification: Bool?
  /// `BUFFERED` or `STREAM`.
  public var responseTransferMode: String?
  /// A load balancer behind a VPC link.
  public var integrationTarget: String?
  /// How the backend's answers become responses, each status once.
  public var responses: [IntegrationResponse] = []

  /// An integration of a kind, everything else unset.
  public init(type: String) {
    self.type = type
  }
}
