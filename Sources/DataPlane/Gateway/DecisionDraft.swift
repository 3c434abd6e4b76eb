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
  /// The path below the stage, cut to what a record holds.
  var path: String
  /// Where the request came from.
  var peer: HTTPPeerAddress
}
