import Enforcement
import EventLoop
import GatewayModel
import HTTPServer
import Workspace

/// Notes decisions in the workspace's ring.
final class RingRecorder: DecisionRecorder {
  private let ring: DecisionRing
  private let loop: EventLoop

  init(ring: DecisionRing, loop: EventLoop) {
    self.ring = ring
    self.loop = loop
  }

  func note(_ decision: FinishedDecision) {
    guard let admission = decision.admission, let stage = admission.stage?.id else { return }
    decision.withPath { path in
      ring.append(
        DecisionEntry(
          time: Timestamp(microseconds: loop.clock.wallNanoseconds() / 1_000),
          requestId: decision.requestId, apiId: stage.apiId, stage: stage.stage,
          verb: decision.verb, path: path, admission: admission, statusCode: decision.status,
          latencyMicroseconds: Int(decision.latencyNanoseconds / 1_000),
          sourceAddress: decision.peer.recordWords))
    }
  }
}

extension HTTPPeerAddress {
  /// The address as a record has it: IPv6, or IPv4 mapped into it, network order.
  fileprivate var recordWords: (UInt64, UInt64) {
    isIPv6
      ? (high.bigEndian, low.bigEndian)
      : (0, (0x0000_FFFF_0000_0000 | high >> 32).bigEndian)
  }
}
