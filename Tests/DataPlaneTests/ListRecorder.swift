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
  /// Whether the canary was called, by request.
  var isCanary: [Bool] = []

  func note(_ draft: DecisionDraft, _ outcome: DecisionOutcome) {
    isCanary.append(draft.admission?.isCanary ?? false)
    entries.append(
      Entry(
        verdict: outcome.verdict, status: outcome.status, verb: draft.verb,
        path: draft.withPath { String(decoding: $0, as: UTF8.self) },
        keyId: draft.admission?.keyId))
  }
}
