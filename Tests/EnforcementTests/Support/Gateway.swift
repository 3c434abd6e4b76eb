import GatewayModel

@testable import Enforcement

/// A gateway without sockets: tables, meters and two clocks that the test sets.
final class Gateway {
  var tables: EnforcementTables
  var meters: InMemoryMeters
  var nanoseconds: Int64 = 1_000_000_000_000
  var day = Fixture.now.day
  private let canonicalizer = PathCanonicalizer()

  init(_ state: GatewayState, meters: InMemoryMeters = InMemoryMeters()) {
    tables = EnforcementTables(state, hashSeed: 42)
    self.meters = meters
  }

  var instant: AdmissionInstant {
    AdmissionInstant(monotonicNanoseconds: nanoseconds, day: day)
  }

  func call(
    _ verb: String = "GET", _ path: String = "/items", key: String? = nil,
    authorizerKey: String? = nil, stage: ApiStageID = Fixture.stage, canaryPoint: Double = 100
  ) -> Admission {
    with(verb, path, key, authorizerKey, stage, canaryPoint) {
      tables.admit($0, at: instant, meters: meters)
    }
  }

  func call(key: String, meters: some UsageMeters) -> Admission {
    with("GET", "/items", key, nil, Fixture.stage, 100) {
      tables.admit($0, at: instant, meters: meters)
    }
  }

  func trace(
    _ verb: String = "GET", _ path: String = "/items", key: String? = nil
  ) -> (Admission, [TraceStep]) {
    var trace = RecordingTrace()
    let admission = with(verb, path, key, nil, Fixture.stage, 100) {
      tables.admit($0, at: instant, meters: meters, recordingIn: &trace)
    }
    return (admission, trace.steps)
  }

  private func with(
    _ verb: String, _ path: String, _ key: String?, _ authorizerKey: String?, _ stage: ApiStageID,
    _ canaryPoint: Double, _ body: (AdmissionRequest) -> Admission
  ) -> Admission {
    let bytes = [stage.apiId, stage.stage, path, key ?? "", authorizerKey ?? ""].map {
      Array($0.utf8)
    }
    return bytes[0].withUnsafeBytes { apiId in
      bytes[1].withUnsafeBytes { stage in
        bytes[2].withUnsafeBytes { path in
          bytes[3].withUnsafeBytes { header in
            bytes[4].withUnsafeBytes { authorizer in
              body(
                AdmissionRequest(
                  apiId: apiId, stage: stage, verb: HTTPVerb(name: verb),
                  path: canonicalizer.canonicalize(path), headerKey: key == nil ? nil : header,
                  authorizerKey: authorizerKey == nil ? nil : authorizer,
                  canaryPoint: canaryPoint))
            }
          }
        }
      }
    }
  }
}
