/// A name under which a deployment is served.
///
/// Source: API Gateway REST API reference, Stage.
public struct Stage: Sendable, Hashable, Codable {
  /// Letters, digits, `_` and `-`, at most 128.
  public var stageName: StageName
  /// What the stage serves.
  public var deploymentId: DeploymentID
  /// Free text.
  public var description: String?
  /// Names of letters, digits and `_`, at most 100.
  public var variables: [String: String]?
  /// By `*/*`, `path/VERB` or `~1path/VERB`, verbatim as set.
  public var methodSettings: [String: MethodSetting]
  /// A second deployment with a share of the requests.
  public var canarySettings: CanarySettings?
  /// Whether the stage has a cache; kept and shown.
  public var cacheClusterEnabled: Bool
  /// The cache's size in gigabytes, `0.5` to `237`; kept and shown.
  public var cacheClusterSize: String?
  /// Whether requests are traced; kept and shown.
  public var tracingEnabled: Bool
  /// Where and how requests are logged; kept and shown.
  public var accessLogSettings: AccessLogSettings?
  /// A certificate shown to backends; kept and shown.
  public var clientCertificateId: String?
  /// A version of the documentation; kept and shown.
  public var documentationVersion: String?
  /// A web ACL; kept and shown.
  public var webAclArn: String?
  /// At most 50 tags.
  public var tags: [String: String]
  /// When the stage was made.
  public var createdDate: Timestamp
  /// When a member last changed.
  public var lastUpdatedDate: Timestamp

  /// A stage with all its members.
  public init(
    stageName: StageName, deploymentId: DeploymentID, description: String? = nil,
    variables: [String: String]? = nil, methodSettings: [String: MethodSetting] = [:],
    canarySettings: CanarySettings? = nil, cacheClusterEnabled: Bool = false,
    cacheClusterSize: String? = nil, tracingEnabled: Bool = false,
    accessLogSettings: AccessLogSettings? = nil, clientCertificateId: String? = nil,
    documentationVersion: String? = nil, webAclArn: String? = nil, tags: [String: String] = [:],
    createdDate: Timestamp, lastUpdatedDate: Timestamp
  ) {
    self.stageName = stageName
    self.deploymentId = deploymentId
    self.description = description
    self.variables = variables
    self.methodSettings = methodSettings
    self.canarySettings = canarySettings
    self.cacheClusterEnabled = cacheClusterEnabled
    self.cacheClusterSize = cacheClusterSize
    self.tracingEnabled = tracingEnabled
    self.accessLogSettings = accessLogSettings
    self.clientCertificateId = clientCertificateId
    self.documentationVersion = documentationVersion
    self.webAclArn = webAclArn
    self.tags = tags
    self.createdDate = createdDate
    self.lastUpdatedDate = lastUpdatedDate
  }

  /// The settings that act on a method: its own entry, else that of `*/*`.
  ///
  /// - Parameters:
  ///   - path: The resource path, for example `/pets`.
  ///   - httpMethod: The verb as the method has it.
  public func methodSetting(path: String, httpMethod: String) -> MethodSetting? {
    methodSettingKey(path: path, httpMethod: httpMethod).flatMap { methodSettings[$0] }
      ?? methodSettings[MethodSettingKey.everyMethod]
  }

  /// The key of a method's own settings; nil if it has none.
  ///
  /// Of several that name it, the one with its slashes escaped counts: it cannot be read otherwise.
  /// - Complexity: linear in the number of settings.
  public func methodSettingKey(path: String, httpMethod: String) -> String? {
    let method = ApiStage.throttleKey(path: path, httpMethod: httpMethod)
    return methodSettings.keys.filter { MethodSettingKey.method(of: $0) == method }.max()
  }
}
