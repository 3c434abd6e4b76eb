public import GatewayModel

/// A stage with what it serves; immutable, replaced as a whole when the stage or its deployment changes.
///
/// A request that holds one finishes under it, whatever changes meanwhile.
public final class CompiledStage: Sendable {
  /// The stage's name.
  public let id: ApiStageID
  /// Its settings.
  public let stage: Stage
  /// What it serves; nil if the deployment does not exist.
  public let deployment: CompiledDeployment?
  /// What its canary serves.
  public let canary: CompiledDeployment?
  /// The variables that requests to the stage's own deployment see.
  public let variables: [String: String]
  /// The variables that requests to the canary see: the stage's, and its overrides laid over them.
  public let canaryVariables: [String: String]
  /// The canary's share, 0 to 100; 0 without a canary.
  let canaryPercent: Double
  /// The places of the methods' buckets in the stage's list, by method number; -1 for no limit.
  let bucketPlaces: ContiguousArray<Int32>
  let canaryBucketPlaces: ContiguousArray<Int32>
  /// The methods that own the buckets, by place.
  let bucketKeys: [String]
  /// The limits of the buckets, by place.
  let bucketLimits: ContiguousArray<ThrottleLimit>

  init(
    id: ApiStageID, stage: Stage, deployment: CompiledDeployment?, canary: CompiledDeployment?,
    account: ThrottleSettings, since: Int64
  ) {
    self.id = id
    self.stage = stage
    self.deployment = deployment
    self.canary = canary
    variables = stage.variables ?? [:]
    canaryVariables = variables.merging(stage.canarySettings?.stageVariableOverrides ?? [:]) { $1 }
    canaryPercent = canary == nil ? 0 : stage.canarySettings?.percentTraffic ?? 0
    var places: [String: Int32] = [:]
    var keys: [String] = []
    var limits: ContiguousArray<ThrottleLimit> = []
    func place(of method: RouteMethod) -> Int32 {
      if let known = places[method.throttleKey] { return known }
      let setting = stage.methodSetting(path: method.path, httpMethod: method.method.httpMethod)
      let limit = setting.flatMap { ThrottleLimit($0, inheriting: account, since: since) }
      let place = limit == nil ? -1 : Int32(keys.count)
      places[method.throttleKey] = place
      guard let limit else { return place }
      keys.append(method.throttleKey)
      limits.append(limit)
      return place
    }
    bucketPlaces = ContiguousArray(deployment?.routes.methods.map(place) ?? [])
    canaryBucketPlaces = ContiguousArray(canary?.routes.methods.map(place) ?? [])
    bucketKeys = keys
    bucketLimits = limits
  }
}
