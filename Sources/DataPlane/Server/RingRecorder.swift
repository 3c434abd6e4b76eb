import Enforcement
import GatewayModel
import HTTPServer
import Workspace

/// Notes decisions in the workspace's ring.
final class RingRecorder: DecisionRecorder {
  private let ring: DecisionRing

  init(ring: DecisionRing) {
    self.ring = ring
  }

  func note(_ draft: DecisionDraft, _ outcome: DecisionOutcome) {
    guard let admission = draft.admission, let stage = admission.stage?.id else { return }
    draft.withPath { path in
      ring.append(
        DecisionEntry(
          time: outcome.time, requestId: draft.requestId, apiId: stage.apiId, stage: stage.stage,
          verb: draft.verb, path: path, admission: admission, statusCode: outcome.status,
          latencyMicroseconds: Int(outcome.latencyNanoseconds / 1_000),
          sourceAddress: draft.peer.recordWords))
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
