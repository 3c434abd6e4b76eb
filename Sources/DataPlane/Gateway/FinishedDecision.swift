public import Enforcement
import GatewayModel
public import HTTPServer

/// A request with its answer: what a record tells.
public struct FinishedDecision {
  let draft: DecisionDraft
  /// How admission ended.
  public let verdict: Verdict
  /// The status of the answer.
  public let status: Int
  /// From the request's head to the end of its answer.
  public let latencyNanoseconds: Int64

  /// The request's id as two words, the first half in the first.
  public var requestId: (high: UInt64, low: UInt64) { draft.requestId }
  /// What admission came to; nil for a request that names no API.
  public var admission: Admission? { draft.admission }
  /// The verb.
  public var verb: HTTPVerb { draft.verb }
  /// Gives the canonical path below the stage, without the query; empty for the root.
  public func withPath<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    draft.withPath(body)
  }
  /// Where the request came from.
  public var peer: HTTPPeerAddress { draft.peer }
}
