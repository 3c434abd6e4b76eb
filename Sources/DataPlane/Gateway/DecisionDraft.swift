import Enforcement
import GatewayModel
import HTTPServer

/// What is noted of a request before its answer is known.
struct DecisionDraft {
  /// When the request came, by the loop's monotonic clock.
  var startNanoseconds: Int64
  /// The request's id.
  var requestId: (high: UInt64, low: UInt64)
  /// What admission came to; nil for a request that names no API.
  var admission: Admission?
  /// The verb.
  var verb: HTTPVerb
  /// The canonical path below the stage; valid as long as the request is being received, unless it was
  /// kept.
  var path: UnsafeRawBufferPointer
  private var keptPath: [UInt8]?
  /// Where the request came from.
  var peer: HTTPPeerAddress

  init(
    startNanoseconds: Int64, requestId: (high: UInt64, low: UInt64), verb: HTTPVerb,
    peer: HTTPPeerAddress
  ) {
    self.startNanoseconds = startNanoseconds
    self.requestId = requestId
    self.verb = verb
    self.peer = peer
    path = UnsafeRawBufferPointer(start: nil, count: 0)
  }

  /// The draft for an answer that comes later, with a path of its own.
  func kept() -> DecisionDraft {
    var copy = self
    copy.keptPath = Array(path)
    copy.path = UnsafeRawBufferPointer(start: nil, count: 0)
    return copy
  }

  func withPath<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    if let keptPath { return keptPath.withUnsafeBytes(body) }
    return body(path)
  }
}
