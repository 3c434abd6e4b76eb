public import GatewayModel

/// The decision on a request, with what answering and recording it need.
public struct Admission {
  /// Whether it is admitted, or why not.
  public let verdict: Verdict
  /// The stage and what it serves; nil if there is no such stage.
  public let stage: CompiledStage?
  /// Whether the request went to the stage's canary.
  public let isCanary: Bool
  /// The place in the deployment's `routes.methods`, or -1 without a route.
  public let methodIndex: Int
  /// Where the request is counted; `.none` if it cannot be.
  public let usage: UsageSlot
  /// The key, if the value is one's and the method requires one.
  public let keyId: ApiKeyID?
  /// The plan, if one opens the stage to the key.
  public let usagePlanId: UsagePlanID?
  /// When a throttled request could succeed, nanoseconds; `Int64.max` for never, 0 for other verdicts.
  public let retryAfterNanoseconds: Int64

  /// What answers the request.
  public var deployment: CompiledDeployment? { isCanary ? stage?.canary : stage?.deployment }

  /// The stage variables the request sees; a canary's overrides count for its share alone.
  public var stageVariables: [String: String] {
    guard let stage else { return [:] }
    return isCanary ? stage.canaryVariables : stage.variables
  }

  /// The method that answers the request; nil without a route.
  public var method: RouteMethod? {
    methodIndex < 0 ? nil : deployment?.routes.methods[methodIndex]
  }
}
