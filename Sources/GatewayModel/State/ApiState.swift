/// An API with all that hangs from it.
public struct ApiState: Sendable, Hashable {
  /// The API itself.
  public var api: RestApi
  /// By id; holds the root.
  public var resources: [ResourceID: Resource] = [:]
  /// By resource, then by verb.
  public var methods: [ResourceID: [String: Method]] = [:]
  /// By id.
  public var deployments: [DeploymentID: Deployment] = [:]
  /// By name.
  public var stages: [StageName: Stage] = [:]
  /// By type; only those that were set.
  public var gatewayResponses: [GatewayResponseType: GatewayResponse] = [:]
  /// By name.
  public var models: [String: Model] = [:]
  /// By id.
  public var requestValidators: [RequestValidatorID: RequestValidator] = [:]
  /// By id.
  public var authorizers: [AuthorizerID: Authorizer] = [:]
  /// By id.
  public var documentationParts: [String: DocumentationPart] = [:]
  /// By name.
  public var documentationVersions: [String: DocumentationVersion] = [:]

  /// An API without parts.
  public init(api: RestApi) {
    self.api = api
  }

  /// The resource at a path.
  ///
  /// - Complexity: linear in the number of resources, at most some hundreds.
  public func resource(path: String) -> Resource? {
    resources.values.first { $0.path == path }
  }

  /// The children of a resource, by path.
  public func children(of id: ResourceID) -> [Resource] {
    resources.values.filter { $0.parentId == id }.sorted { $0.path < $1.path }
  }

  /// The resource and all below it.
  public func subtree(of id: ResourceID) -> [Resource] {
    guard let resource = resources[id] else { return [] }
    return [resource] + children(of: id).flatMap { subtree(of: $0.id) }
  }

  /// The API as a deployment made now would freeze it.
  ///
  /// - Complexity: linear in the size of the API.
  public var snapshot: ApiSnapshot {
    let routes = resources.values.sorted { $0.path < $1.path }.compactMap { resource in
      let methods = (methods[resource.id] ?? [:]).values.sorted { $0.httpMethod < $1.httpMethod }
      return methods.isEmpty
        ? nil : SnapshotRoute(resourceId: resource.id, path: resource.path, methods: methods)
    }
    return ApiSnapshot(
      apiKeySource: api.apiKeySource, policy: api.policy,
      binaryMediaTypes: api.binaryMediaTypes,
      minimumCompressionSize: api.minimumCompressionSize,
      disableExecuteApiEndpoint: api.disableExecuteApiEndpoint,
      routes: routes,
      gatewayResponses: gatewayResponses.values.sorted {
        $0.responseType.rawValue < $1.responseType.rawValue
      },
      models: models.values.sorted { $0.name < $1.name },
      requestValidators: requestValidators.values.sorted { $0.id < $1.id },
      authorizers: authorizers.values.sorted { $0.id < $1.id })
  }
}
