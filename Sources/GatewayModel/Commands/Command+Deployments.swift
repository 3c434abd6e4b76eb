extension Command {
  /// Freezes an API, and points a stage at the copy if one is named.
  public struct CreateDeployment: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// The stage to point at the deployment, made if absent; nil for none.
    public var stageName: StageName?
    /// The stage's description.
    public var stageDescription: String?
    /// Free text.
    public var description: String?
    /// Whether the stage has a cache; kept and shown.
    public var cacheClusterEnabled: Bool?
    /// The cache's size in gigabytes, `0.5` to `237`; kept and shown.
    public var cacheClusterSize: String?
    /// Stage variables laid over those the stage has.
    public var variables: [String: String]?
    /// A second deployment with a share of the stage's requests.
    public var canarySettings: CanaryInput?
    /// Whether requests are traced; kept and shown.
    public var tracingEnabled: Bool?

    /// The input of `CreateDeployment`.
    public init(
      restApiId: RestApiID, stageName: StageName? = nil, stageDescription: String? = nil,
      description: String? = nil, cacheClusterEnabled: Bool? = nil, cacheClusterSize: String? = nil,
      variables: [String: String]? = nil, canarySettings: CanaryInput? = nil,
      tracingEnabled: Bool? = nil
    ) {
      self.restApiId = restApiId
      self.stageName = stageName
      self.stageDescription = stageDescription
      self.description = description
      self.cacheClusterEnabled = cacheClusterEnabled
      self.cacheClusterSize = cacheClusterSize
      self.variables = variables
      self.canarySettings = canarySettings
      self.tracingEnabled = tracingEnabled
    }
  }

  /// Changes a deployment's description.
  public struct UpdateDeployment: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the deployment.
    public var deploymentId: DeploymentID
    /// What changes, done in order; all or none.
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateDeployment`.
    public init(restApiId: RestApiID, deploymentId: DeploymentID, patchOperations: [PatchOperation])
    {
      self.restApiId = restApiId
      self.deploymentId = deploymentId
      self.patchOperations = patchOperations
    }
  }

  /// Deletes a deployment no stage serves.
  public struct DeleteDeployment: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// The id of the deployment.
    public var deploymentId: DeploymentID

    /// The input of `DeleteDeployment`.
    public init(restApiId: RestApiID, deploymentId: DeploymentID) {
      self.restApiId = restApiId
      self.deploymentId = deploymentId
    }
  }

  /// Makes a stage that serves a deployment.
  public struct CreateStage: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// Letters, digits, `_` and `-`, at most 128.
    public var stageName: StageName
    /// The deployment the stage serves.
    public var deploymentId: DeploymentID
    /// Free text.
    public var description: String?
    /// Whether the stage has a cache; kept and shown.
    public var cacheClusterEnabled: Bool?
    /// The cache's size in gigabytes, `0.5` to `237`; kept and shown.
    public var cacheClusterSize: String?
    /// At most 100 stage variables.
    public var variables: [String: String]?
    /// A version of the documentation; kept and shown.
    public var documentationVersion: String?
    /// A second deployment with a share of the stage's requests.
    public var canarySettings: CanaryInput?
    /// Whether requests are traced; kept and shown.
    public var tracingEnabled: Bool?
    /// At most 50 tags.
    public var tags: [String: String]?

    /// The input of `CreateStage`.
    public init(
      restApiId: RestApiID, stageName: StageName, deploymentId: DeploymentID,
      description: String? = nil, cacheClusterEnabled: Bool? = nil, cacheClusterSize: String? = nil,
      variables: [String: String]? = nil, documentationVersion: String? = nil,
      canarySettings: CanaryInput? = nil, tracingEnabled: Bool? = nil, tags: [String: String]? = nil
    ) {
      self.restApiId = restApiId
      self.stageName = stageName
      self.deploymentId = deploymentId
      self.description = description
      self.cacheClusterEnabled = cacheClusterEnabled
      self.cacheClusterSize = cacheClusterSize
      self.variables = variables
      self.documentationVersion = documentationVersion
      self.canarySettings = canarySettings
      self.tracingEnabled = tracingEnabled
      self.tags = tags
    }
  }

  /// Changes a stage: its deployment, variables, method settings or canary.
  public struct UpdateStage: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// Letters, digits, `_` and `-`, at most 128.
    public var stageName: StageName
    /// What changes, done in order; all or none.
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateStage`.
    public init(restApiId: RestApiID, stageName: StageName, patchOperations: [PatchOperation]) {
      self.restApiId = restApiId
      self.stageName = stageName
      self.patchOperations = patchOperations
    }
  }

  /// Deletes a stage and takes it out of every plan.
  public struct DeleteStage: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// Letters, digits, `_` and `-`, at most 128.
    public var stageName: StageName

    /// The input of `DeleteStage`.
    public init(restApiId: RestApiID, stageName: StageName) {
      self.restApiId = restApiId
      self.stageName = stageName
    }
  }
}
