public import GatewayModel

/// What a step of a decision rests on, as values; surfaces put it in words.
///
/// Never holds a key value, only its masked form.
public enum Evidence: Sendable, Hashable {
  /// The path as it was matched.
  case path(String)
  /// The stage, the deployment that answers, and whether it is the canary's.
  case stage(ApiStageID, deploymentId: DeploymentID?, isCanary: Bool)
  /// The method that answers, and the path parameters.
  case route(path: String, httpMethod: String, resourceId: ResourceID, parameters: [PathParameter])
  /// No method answers; the verbs the resource has, none if there is no resource.
  case noRoute(path: String, verb: String?, verbsAtPath: [String])
  /// Whether the deployed method requires a key, and where it would come from.
  case keyRequirement(isRequired: Bool, source: ApiKeySource)
  /// The key as it was sent, masked; nil if none was.
  case sentKey(masked: String?)
  /// The key with this value.
  case key(ApiKeyID)
  /// The plans of the key, and the one that opens the stage.
  case plans([UsagePlanID], chosen: UsagePlanID?)
  /// The requests used in a quota period.
  case quota(used: Int, QuotaWindow)
  /// A token bucket before the request took a token.
  case bucket(ThrottleLevel, tokens: Double, rate: Double, burst: Int, waitNanoseconds: Int64)
}
