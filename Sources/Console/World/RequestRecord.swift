public import Enforcement
public import GatewayModel

/// One request the gateway decided on.
public struct RequestRecord: Hashable, Sendable {
  /// The request's id.
  public var id: String
  /// When it was decided.
  public var time: Timestamp
  /// The stage that was called.
  public var stage: ApiStageID
  /// The verb.
  public var httpMethod: String
  /// The route it matched, for example `/pets/{id}`, or the path that matched none.
  public var path: String
  /// The key it carried, if it is known.
  public var keyId: ApiKeyID?
  /// The plan that let it through or held it back.
  public var usagePlanId: UsagePlanID?
  /// The status it was answered with.
  public var status: Int
  /// How admission ended.
  public var verdict: Verdict
  /// How long it took, in microseconds.
  public var latencyMicroseconds: Int
  /// Where it came from.
  public var sourceAddress: String

  /// A decided request.
  public init(
    id: String, time: Timestamp, stage: ApiStageID, httpMethod: String, path: String,
    keyId: ApiKeyID? = nil, usagePlanId: UsagePlanID? = nil, status: Int,
    verdict: Verdict = .admitted, latencyMicroseconds: Int = 0,
    sourceAddress: String = ""
  ) {
    self.id = id
    self.time = time
    self.stage = stage
    self.httpMethod = httpMethod
    self.path = path
    self.keyId = keyId
    self.usagePlanId = usagePlanId
    self.status = status
    self.verdict = verdict
    self.latencyMicroseconds = latencyMicroseconds
    self.sourceAddress = sourceAddress
  }

  /// The request, to be decided again.
  var explained: ExplainedRequest {
    ExplainedRequest(
      recordedAt: stage, verb: httpMethod, path: path, keyId: keyId, verdict: verdict,
      requestId: id)
  }

  /// Why it was refused, in a word or two for a narrow column; nil for one that was let through.
  public var refusal: String? {
    switch verdict {
    case .admitted: nil
    case .refusedPath: "bad path"
    case .noSuchApi: "no API"
    case .noSuchStage: "no stage"
    case .endpointDisabled: "endpoint off"
    case .noRoute: "no route"
    case .missingKey: "no key"
    case .unknownKey: "unknown key"
    case .disabledKey: "key off"
    case .keyInNoPlan: "no plan"
    case .planDoesNotCoverStage: "plan, stage"
    case .quotaExhausted: "quota"
    case .throttled(.plan): "plan rate"
    case .throttled(.planMethod): "plan method"
    case .throttled(.stageMethod): "stage rate"
    case .throttled(.account): "account rate"
    case .usageUnavailable: "not counted"
    case .authorizerUnavailable: "no authorizer"
    }
  }
}
