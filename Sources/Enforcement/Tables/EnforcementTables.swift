public import GatewayModel

/// All that decides on requests, arranged for deciding: what a gateway thread owns.
///
/// Built from a state once, then changed by the events of the journal, each touching only what it is
/// about: a key among a million costs what a key among ten costs, a deployment compiles its own routes.
/// Not copyable, so there is one owner and no hidden copy; token buckets are part of it.
///
/// Invariant: after any events, the tables decide like tables built from the state those events lead to.
public struct EnforcementTables: ~Copyable {
  var account: ThrottleSettings
  var accountLimit: ThrottleLimit?
  var accountBucket = TokenBucket()

  var apis: [RestApiID: ApiEntry] = [:]
  var stages = Pool<StageEntry>()
  var stageNumbers: [ApiStageID: Int32] = [:]
  var stageIndex = ByteIndex()

  var plans = Pool<PlanEntry>()
  var planNumbers: [UsagePlanID: Int32] = [:]

  var keys = Pool<KeyEntry>()
  var keyNumbers: [ApiKeyID: Int32] = [:]
  var keyIndex = ByteIndex()
  var members = Pool<MemberEntry>()

  /// Makes the hash of key values differ between processes.
  let hashSeed: UInt64
  /// Where requests without a known key are counted, once asked for.
  var anonymousSlot = UsageSlot.none

  /// Tables of an empty workspace.
  ///
  /// - Parameter hashSeed: Random bits; callers must not be able to guess them.
  public init(hashSeed: UInt64) {
    self.hashSeed = hashSeed
    account = Account().throttleSettings
    accountLimit = ThrottleLimit(account, inheriting: account)
  }

  /// Tables of a whole workspace.
  ///
  /// - Parameters:
  ///   - state: The workspace.
  ///   - hashSeed: Random bits; callers must not be able to guess them.
  /// - Complexity: linear in the number of keys, memberships and routes that stages serve.
  public init(_ state: GatewayState, hashSeed: UInt64) {
    self.init(hashSeed: hashSeed)
    put(state.account, at: 0)
    for (id, api) in state.apis {
      apis[id] = ApiEntry(deployments: api.deployments, stages: api.stages)
      for name in api.stages.keys { compileStage(ApiStageID(apiId: id, stage: name), at: 0) }
    }
    for plan in state.plans.values { put(plan, at: 0) }
    for key in state.keys.values { put(key) }
    for members in state.planKeys.values {
      for member in members.values { put(member) }
    }
    for grant in state.usageAdjustments.values { put(grant) }
  }

  /// The keys that exist.
  public var keyCount: Int { keyIndex.count }

  /// A stage with what it serves; nil if it does not exist.
  public func stage(_ id: ApiStageID) -> CompiledStage? {
    stageNumbers[id].flatMap { stages[$0].compiled }
  }
}
