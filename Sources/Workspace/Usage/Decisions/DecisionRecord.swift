public import Enforcement
public import GatewayModel

/// A decision as it is read from the ring.
public struct DecisionRecord: Sendable, Hashable, Identifiable {
  /// The longest path that is kept, bytes.
  public static let pathLimitBytes = DecisionLayout.path.count

  /// The decision's place among all of the workspace, from 1.
  public let sequence: UInt64
  /// When the request was answered.
  public let time: Timestamp
  /// The request's id as 32 hexadecimal digits.
  public let requestId: String
  /// The stage called; a stage name beyond 32 bytes is cut.
  public let stage: ApiStageID
  /// The verb; nil for one that no method can have.
  public let verb: HTTPVerb?
  /// The path below the stage, without the query.
  public let path: String
  /// Whether the path was longer.
  public let isPathCut: Bool
  /// The resource that answered, if one did.
  public let resourceId: ResourceID?
  /// The key, if one was needed and known.
  public let keyId: ApiKeyID?
  /// The plan, if one opens the stage to the key.
  public let usagePlanId: UsagePlanID?
  /// The decision.
  public let verdict: Verdict
  /// Whether the canary was called.
  public let isCanary: Bool
  /// The answer's status.
  public let statusCode: Int
  /// From the request's head to the end of the answer, microseconds.
  public let latencyMicroseconds: Int
  /// The caller's address as text, or nil if unknown.
  public let sourceAddress: String?

  /// The decision's place.
  public var id: UInt64 { sequence }

  /// The request, to be decided again.
  public var rehearsed: Rehearsal.Request {
    Rehearsal.Request(
      time: time,
      request: ExplainedRequest(
        recordedAt: stage, verb: verb?.name ?? "?", path: path.isEmpty ? "/" : path, keyId: keyId,
        verdict: verdict, requestId: requestId))
  }
}
