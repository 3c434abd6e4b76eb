/// What a deployment freezes: all of an API that acts only after a deployment.
///
/// Source: API Gateway developer guide, "Updating a REST API".
public struct ApiSnapshot: Sendable, Hashable, Codable {
  /// Where the key of a request comes from.
  public var apiKeySource: ApiKeySource
  /// The resource policy.
  public var policy: String?
  /// Media types handled as binary.
  public var binaryMediaTypes: [String]
  /// The least body size that is compressed.
  public var minimumCompressionSize: Int?
  /// Whether the default host is off.
  public var disableExecuteApiEndpoint: Bool
  /// The routes, sorted by path, each with its methods sorted by verb.
  public var routes: [SnapshotRoute]
  /// Replaced gateway responses, sorted by type.
  public var gatewayResponses: [GatewayResponse]
  /// Models, sorted by name.
  public var models: [Model]
  /// Validators, sorted by id.
  public var requestValidators: [RequestValidator]
  /// Authorizers, sorted by id.
  public var authorizers: [Authorizer] {
    get { frozenAuthorizers ?? [] }
    set { frozenAuthorizers = newValue.nonEmpty }
  }
  /// Nil for none, so that deployments frozen before there were any read and print the same.
  private var frozenAuthorizers: [Authorizer]?

  private enum CodingKeys: String, CodingKey {
    case apiKeySource, policy, binaryMediaTypes, minimumCompressionSize
    case disableExecuteApiEndpoint, routes, gatewayResponses, models, requestValidators
    case frozenAuthorizers = "authorizers"
  }

  /// A frozen API.
  public init(
    apiKeySource: ApiKeySource = .header, policy: String? = nil, binaryMediaTypes: [String] = [],
    minimumCompressionSize: Int? = nil, disableExecuteApiEndpoint: Bool = false,
    routes: [SnapshotRoute] = [], gatewayResponses: [GatewayResponse] = [],
    models: [Model] = [], requestValidators: [RequestValidator] = [],
    authorizers: [Authorizer] = []
  ) {
    self.apiKeySource = apiKeySource
    self.policy = policy
    self.binaryMediaTypes = binaryMediaTypes
    self.minimumCompressionSize = minimumCompressionSize
    self.disableExecuteApiEndpoint = disableExecuteApiEndpoint
    self.routes = routes
    self.gatewayResponses = gatewayResponses
    self.models = models
    self.requestValidators = requestValidators
    self.authorizers = authorizers
  }
}
