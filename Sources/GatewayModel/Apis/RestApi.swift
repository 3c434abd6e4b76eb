/// A REST API: the root that resources, methods, deployments and stages hang from.
///
/// Source: API Gateway REST API reference, RestApi.
public struct RestApi: Sendable, Hashable, Codable {
  /// 10 lower-case letters and digits.
  public var id: RestApiID
  /// Required, need not be unique.
  public var name: String
  /// Free text, never empty.
  public var description: String?
  /// A version of the caller's own.
  public var version: String?
  /// The root resource, `/`.
  public var rootResourceId: ResourceID
  /// Media types handled as binary.
  public var binaryMediaTypes: [String]
  /// The least body size that is compressed, 0 to 10,485,760 bytes; nil switches compression off.
  public var minimumCompressionSize: Int?
  /// Where the key of a request comes from; acts after a deployment.
  public var apiKeySource: ApiKeySource
  /// How the API is reached.
  public var endpointConfiguration: EndpointConfiguration
  /// A resource policy, JSON text.
  public var policy: String?
  /// Switches the default host off; acts after a deployment.
  public var disableExecuteApiEndpoint: Bool
  /// A TLS policy by name.
  public var securityPolicy: String?
  /// `BASIC` or `STRICT`.
  public var endpointAccessMode: String?
  /// At most 50 tags.
  public var tags: [String: String]
  /// When the API was made.
  public var createdDate: Timestamp

  /// An API with all its members.
  public init(
    id: RestApiID, name: String, description: String? = nil, version: String? = nil,
    rootResourceId: ResourceID, binaryMediaTypes: [String] = [],
    minimumCompressionSize: Int? = nil, apiKeySource: ApiKeySource = .header,
    endpointConfiguration: EndpointConfiguration = EndpointConfiguration(),
    policy: String? = nil, disableExecuteApiEndpoint: Bool = false,
    securityPolicy: String? = nil, endpointAccessMode: String? = nil,
    tags: [String: String] = [:], createdDate: Timestamp
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.version = version
    self.rootResourceId = rootResourceId
    self.binaryMediaTypes = binaryMediaTypes
    self.minimumCompressionSize = minimumCompressionSize
    self.apiKeySource = apiKeySource
    self.endpointConfiguration = endpointConfiguration
    self.policy = policy
    self.disableExecuteApiEndpoint = disableExecuteApiEndpoint
    self.securityPolicy = securityPolicy
    self.endpointAccessMode = endpointAccessMode
    self.tags = tags
    self.createdDate = createdDate
  }
}
