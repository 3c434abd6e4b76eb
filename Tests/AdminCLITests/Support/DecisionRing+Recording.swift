import Enforcement
import GatewayModel
import Workspace

extension DecisionRing {
  /// Records a request as a gateway would, `GET` at stage `prod`.
  func append(_ verdict: Verdict, path: String, of api: RestApiID) {
    var tables = EnforcementTables(GatewayState(), hashSeed: 1)
    let canonicalizer = PathCanonicalizer()
    withExtendedLifetime(canonicalizer) {
      Array(path.utf8).withUnsafeBytes { bytes in
        let admission = tables.admit(
          AdmissionRequest(
            apiId: bytes, stage: bytes, verb: .get, path: canonicalizer.canonicalize(bytes),
            headerKey: nil),
          at: AdmissionInstant(monotonicNanoseconds: 1, day: CalendarDay(number: 20_000)),
          meters: InMemoryMeters())
        var entry = DecisionEntry(
          time: Timestamp(seconds: 1_795_000_000), requestId: (0, 1), apiId: api, stage: "prod",
          verb: .get, path: bytes, admission: admission, statusCode: 403, latencyMicroseconds: 1)
        entry.verdict = verdict
        append(entry)
      }
    }
  }
}
