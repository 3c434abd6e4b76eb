extension Command {
  /// Freezes an API, and points a stage at the copy if one is named.
  public struct CreateDeployment: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var stageName: StageName?
    public var stageDescription: String?
    public var description: String?
    public var cacheClusterEnabled: Bool?
    public var cacheClusterSize: String?
    public var variables: [String: String]?
    public var canarySettings: CanaryInput?
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
    public var restApiId: RestApiID
    public var deploymentId: DeploymentID
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
    public var restApiId: RestApiID
    public var deploymentId: DeploymentID

    /// The input of `DeleteDeployment`.
    public init(restApiId: RestApiID, deploymentId: DeploymentID) {
      self.restApiId = restApiId
      self.deploymentId = deploymentId
    }
  }

  /// Makes a stage that serves a deployment.
  public struct CreateStage: Sendable, Hashable, Codable {
    public var restApiId: RestApiID
    public var stageName: StageName
    public var deploymentId: DeploymentID
    public var description: String?
    public var cacheClusterEnabled: Bool?
    public var cacheClusterSize: String?
    public var variables: [String: String]?
    public var documentationVersion: String?
    public var canarySettings: CanaryInput?
    public var tracingEnabled: Bool?
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
    public var restApiId: RestApiID
    public var stageName: StageName
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
    public var restApiId: RestApiID
    public var stageName: StageName

    /// The input of `DeleteStage`.
    public init(restApiId: RestApiID, stageName: StageName) {
      self.restApiId = restApiId
      self.stageName = stageName
    }
  }
}
