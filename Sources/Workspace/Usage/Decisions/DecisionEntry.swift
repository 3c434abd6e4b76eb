public import Enforcement
public import GatewayModel

/// A decision as the gateway hands it to the ring.
///
/// Holds no key value: there is no member for one.
public struct DecisionEntry {
  /// When the request was answered.
  public var time: Timestamp
  /// The request's id, 128 bits.
  public var requestId: (UInt64, UInt64)
  /// The API called.
  public var apiId: RestApiID
  /// The stage called.
  public var stage: StageName
  /// The verb; nil for one that no method can have.
  public var verb: HTTPVerb?
  /// The canonical path below the stage; cut to `DecisionRecord.pathLimitBytes`.
  public var path: UnsafeRawBufferPointer
  /// The resource that answered, if one did.
  public var resourceId: ResourceID?
  /// The key, if one was needed and known.
  public var keyId: ApiKeyID?
  /// The plan, if one opens the stage to the key.
  public var usagePlanId: UsagePlanID?
  /// The decision.
  public var verdict: Verdict
  /// Whether the canary was called.
  public var isCanary: Bool
  /// The answer's status.
  public var statusCode: Int
  /// From the request's head to the end of the answer, microseconds.
  public var latencyMicroseconds: Int
  /// The caller's IPv6 or IPv4-mapped address, network order; zeros if unknown.
  public var sourceAddress: (UInt64, UInt64)

  /// A decision to be recorded.
  public init(
    time: Timestamp, requestId: (UInt64, UInt64), apiId: RestApiID, stage: StageName,
    verb: HTTPVerb?, path: UnsafeRawBufferPointer, admission: Admission, statusCode: Int,
    latencyMicroseconds: Int, sourceAddress: (UInt64, UInt64) = (0, 0)
  ) {
    self.time = time
    self.requestId = requestId
    self.apiId = apiId
    self.stage = stage
    self.verb = verb
    self.path = path
    resourceId = admission.method?.resourceId
    keyId = admission.keyId
    usagePlanId = admission.usagePlanId
    verdict = admission.verdict
    isCanary = admission.isCanary
    self.statusCode = statusCode
    self.latencyMicroseconds = latencyMicroseconds
    self.sourceAddress = sourceAddress
  }
}
