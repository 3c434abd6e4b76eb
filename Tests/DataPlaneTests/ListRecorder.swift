import DataPlane
import Enforcement

/// Keeps every decision.
final class ListRecorder: DecisionRecorder {
  struct Entry: Equatable {
    var verdict: Verdict
    var status: Int
    var verb: HTTPVerb
    var path: String
    var keyId: String?
  }

  var entries: [Entry] = []

  func note(_ decision: FinishedDecision) {
    entries.append(
      Entry(
        verdict: decision.verdict, status: decision.status, verb: decision.verb,
        path: decision.withPath { String(decoding: $0, as: UTF8.self) },
        keyId: decision.admission?.keyId))
  }
}
