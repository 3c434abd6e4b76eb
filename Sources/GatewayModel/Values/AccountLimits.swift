/// How many entities a workspace may hold.
///
/// The defaults are API Gateway's quotas, so that what works here works there; a workspace of its own
/// scale passes others with the decision.
/// Source: API Gateway developer guide, "Quotas for configuring and running a REST API".
public struct AccountLimits: Sendable, Hashable {
  /// Keys of the workspace.
  public var apiKeys: Int
  /// Plans of the workspace.
  public var usagePlans: Int
  /// Plans one key is in.
  public var usagePlansPerKey: Int
  /// Methods with limits of their own in one stage of a plan.
  public var methodThrottlesPerStage: Int

  /// Limits; what is not given is API Gateway's.
  public init(
    apiKeys: Int = 10_000, usagePlans: Int = 300, usagePlansPerKey: Int = 10,
    methodThrottlesPerStage: Int = 20
  ) {
    self.apiKeys = apiKeys
    self.usagePlans = usagePlans
    self.usagePlansPerKey = usagePlansPerKey
    self.methodThrottlesPerStage = methodThrottlesPerStage
  }
}
