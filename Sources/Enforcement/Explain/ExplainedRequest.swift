public import GatewayModel

/// A request as a person describes it, or as a record of one tells it.
public struct ExplainedRequest: Sendable, Hashable {
  /// Which key the request carries.
  public enum Key: Sendable, Hashable {
    /// None.
    case none
    /// A value as a client sends it.
    case value(String)
    /// A key of the workspace.
    case id(ApiKeyID)
  }

  /// The stage called.
  public var stage: ApiStageID
  /// The verb, for example `GET`.
  public var verb: String
  /// The path below the stage, escaped as a client sends it; a query is ignored.
  public var path: String
  /// The key.
  public var key: Key
  /// Where the request falls between 0 and 100; below a canary's percentage it is the canary's.
  public var canaryPoint: Double
  /// The buckets that were empty when a recorded request was refused; full buckets otherwise.
  public var emptyBuckets: Set<ThrottleLevel>

  /// A request to be explained.
  public init(
    stage: ApiStageID, verb: String, path: String, key: Key = .none, canaryPoint: Double = 100,
    emptyBuckets: Set<ThrottleLevel> = []
  ) {
    self.stage = stage
    self.verb = verb
    self.path = path
    self.key = key
    self.canaryPoint = canaryPoint
    self.emptyBuckets = emptyBuckets
  }

  /// A request as the gateway recorded it.
  ///
  /// Of a key that was not known only that is recorded; of one that was not asked for, nothing.
  public init(
    recordedAt stage: ApiStageID, verb: String, path: String, keyId: ApiKeyID?, verdict: Verdict,
    requestId: String
  ) {
    self.init(
      stage: stage, verb: verb, path: path,
      key: keyId.map { .id($0) } ?? (verdict == .unknownKey ? .id("") : .none),
      canaryPoint: AdmissionRequest.canaryPoint(requestId: requestId))
  }

  var pathWithoutQuery: String { String(path.prefix { $0 != "?" }) }
}
