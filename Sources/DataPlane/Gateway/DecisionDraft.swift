public import Enforcement
import GatewayModel
public import HTTPServer

/// What is noted of a request before its answer is known.
public struct DecisionDraft {
  /// When the request came, by the loop's monotonic clock.
  var startNanoseconds: Int64
  /// The request's id as two words, the first half in the first.
  public internal(set) var requestId: (high: UInt64, low: UInt64)
  /// What admission came to; nil for a request that names no API.
  public internal(set) var admission: Admission?
  /// The verb.
  public internal(set) var verb: HTTPVerb
  /// The canonical path below the stage; valid as long as the request is being received, unless it was
  /// kept.
  var path: UnsafeRawBufferPointer
  private var keptPath: [UInt8]?
  /// Where the request came from.
  public internal(set) var peer: HTTPPeerAddress

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

  /// Gives the canonical path below the stage, without the query; empty for the root.
  public func withPath<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    if let keptPath { return keptPath.withUnsafeBytes(body) }
    return body(path)
  }
}
