public import GatewayModel

/// Which decisions are wanted; a member that is nil asks for nothing.
public struct DecisionFilter: Sendable, Hashable {
  /// Only this key's.
  public var keyId: ApiKeyID?
  /// Only this plan's.
  public var usagePlanId: UsagePlanID?
  /// Only this API's.
  public var apiId: RestApiID?
  /// Only those of stages with this name.
  public var stage: StageName?
  /// Only refusals, or only admitted requests.
  public var isRefused: Bool?
  /// Only those after this place.
  public var after: UInt64?
  /// Only those at or after this moment.
  public var since: Timestamp?

  /// A filter.
  public init(
    keyId: ApiKeyID? = nil, usagePlanId: UsagePlanID? = nil, apiId: RestApiID? = nil,
    stage: StageName? = nil, isRefused: Bool? = nil, after: UInt64? = nil, since: Timestamp? = nil
  ) {
    self.keyId = keyId
    self.usagePlanId = usagePlanId
    self.apiId = apiId
    self.stage = stage
    self.isRefused = isRefused
    self.after = after
    self.since = since
  }
}
