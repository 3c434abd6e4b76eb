public import GatewayModel

/// What requests are counted by.
///
/// A key within a plan for what the plan admits or limits; a key without a plan for a known key that was
/// refused before a plan was found; neither for requests without a known key.
public struct UsageIdentity: Sendable, Hashable {
  /// The plan, if one was found.
  public var usagePlanId: UsagePlanID?
  /// The key, if it is known.
  public var keyId: ApiKeyID?

  /// What requests are counted by.
  public init(usagePlanId: UsagePlanID? = nil, keyId: ApiKeyID? = nil) {
    self.usagePlanId = usagePlanId
    self.keyId = keyId
  }

  /// Requests without a known key, or that need none.
  public static let anonymous = UsageIdentity()
}
