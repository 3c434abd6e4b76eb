public import GatewayModel

/// What the configuration alone cannot tell: recent requests and what the journal remembers.
///
/// All parts may be empty; a check that needs one then finds nothing.
public struct Observations: Sendable, Hashable {
  /// Requests that matched no route of an existing stage.
  public struct UnmatchedRoute: Sendable, Hashable {
    /// The stage that was called.
    public var stage: ApiStageID
    /// The verb.
    public var httpMethod: String
    /// The path below the stage.
    public var path: String
    /// How often, among the recorded requests.
    public var count: Int

    /// Requests to one path that is not there.
    public init(stage: ApiStageID, httpMethod: String, path: String, count: Int) {
      self.stage = stage
      self.httpMethod = httpMethod
      self.path = path
      self.count = count
    }
  }

  /// A stage that a plan opened until the stage was deleted.
  public struct LostStage: Sendable, Hashable {
    /// The plan that lost the stage.
    public var usagePlanId: UsagePlanID
    /// The stage.
    public var stage: ApiStageID
    /// The journal line that deleted it.
    public var sequence: Sequence64

    /// A stage lost by a plan.
    public init(usagePlanId: UsagePlanID, stage: ApiStageID, sequence: Sequence64) {
      self.usagePlanId = usagePlanId
      self.stage = stage
      self.sequence = sequence
    }
  }

  /// The moment of the examination.
  public var now: Timestamp
  /// Keys that have been used since they were made.
  public var usedKeys: Set<ApiKeyID>
  /// How many different addresses each key came from among the recorded requests.
  public var addressCountByKey: [ApiKeyID: Int]
  /// Requests that matched no route.
  public var unmatchedRoutes: [UnmatchedRoute]
  /// Stages that plans lost.
  public var lostStages: [LostStage]

  /// What was observed until `now`.
  public init(
    now: Timestamp, usedKeys: Set<ApiKeyID> = [], addressCountByKey: [ApiKeyID: Int] = [:],
    unmatchedRoutes: [UnmatchedRoute] = [], lostStages: [LostStage] = []
  ) {
    self.now = now
    self.usedKeys = usedKeys
    self.addressCountByKey = addressCountByKey
    self.unmatchedRoutes = unmatchedRoutes
    self.lostStages = lostStages
  }
}
