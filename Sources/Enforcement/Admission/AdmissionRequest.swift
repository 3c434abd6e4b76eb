/// What of a request decides whether it is admitted.
///
/// The bytes are the caller's and need to be valid during the call only.
public struct AdmissionRequest {
  /// The id of the API.
  public var apiId: UnsafeRawBufferPointer
  /// The name of the stage.
  public var stage: UnsafeRawBufferPointer
  /// The verb; nil for one that no method can have.
  public var verb: HTTPVerb?
  /// The canonical path below the stage.
  public var path: CanonicalPath
  /// The value of `x-api-key`, if the header is there.
  public var headerKey: UnsafeRawBufferPointer?
  /// The `usageIdentifierKey` of an authorizer, if one ran.
  public var authorizerKey: UnsafeRawBufferPointer?
  /// Where the request falls between 0 and 100; below a canary's percentage it is the canary's.
  public var canaryPoint: Double

  /// What of a request decides whether it is admitted.
  public init(
    apiId: UnsafeRawBufferPointer, stage: UnsafeRawBufferPointer, verb: HTTPVerb?,
    path: CanonicalPath, headerKey: UnsafeRawBufferPointer? = nil,
    authorizerKey: UnsafeRawBufferPointer? = nil, canaryPoint: Double = 100
  ) {
    self.apiId = apiId
    self.stage = stage
    self.verb = verb
    self.path = path
    self.headerKey = headerKey
    self.authorizerKey = authorizerKey
    self.canaryPoint = canaryPoint
  }

  /// Where a request falls, from its id: the same request always goes to the same side.
  public static func canaryPoint(requestId: UnsafeRawBufferPointer) -> Double {
    Double(RawHash.of(requestId) >> 11) / Double(UInt64(1) << 53) * 100
  }

  /// Where a recorded request fell, from the text of its id.
  public static func canaryPoint(requestId: String) -> Double {
    var requestId = requestId
    return requestId.withUTF8 { canaryPoint(requestId: UnsafeRawBufferPointer($0)) }
  }
}
