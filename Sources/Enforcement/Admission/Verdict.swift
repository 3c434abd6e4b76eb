/// How admission ends.
public enum Verdict: Sendable, Hashable {
  /// The request goes to its integration.
  case admitted
  /// The path can be read in more than one way.
  case refusedPath(PathRefusal)
  /// No API has this id.
  case noSuchApi
  /// The API has no stage of this name, or the stage serves nothing.
  case noSuchStage
  /// The deployment switched its default address off.
  case endpointDisabled
  /// No resource of the deployment has this path, or none has a method for the verb.
  case noRoute
  /// The method asks an authorizer, and none can be asked here.
  case authorizerUnavailable
  /// The method requires a key and none was sent.
  case missingKey
  /// No key has the value that was sent.
  case unknownKey
  /// The key is switched off.
  case disabledKey
  /// The key is in no usage plan.
  case keyInNoPlan
  /// The key is in plans, and none of them opens the stage.
  case planDoesNotCoverStage
  /// The quota of the period is used up.
  case quotaExhausted
  /// A token bucket is empty.
  case throttled(ThrottleLevel)
  /// The usage table cannot count the request, and it has a quota: refused rather than let through.
  case usageUnavailable

  /// How usage counts the verdict.
  public var outcome: UsageOutcome {
    switch self {
    case .admitted: .served
    case .throttled: .throttled
    case .quotaExhausted: .overQuota
    default: .refused
    }
  }
}
