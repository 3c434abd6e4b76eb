import Enforcement
import Foundation
import GatewayModel
import TestSupport
import Testing

@testable import Workspace

@Suite("Decision ring")
struct DecisionRingTests {
  let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
  }

  /// Tables whose decisions are recorded: a key that works, and anything else that does not.
  static func admission(
    _ tables: inout EnforcementTables, _ meters: InMemoryMeters, path: String, key: String
  ) -> Admission {
    let bytes = ["api0000001", "prod", path, key].map { Array($0.utf8) }
    let canonicalizer = PathCanonicalizer()
    return withExtendedLifetime(canonicalizer) {
      bytes[0].withUnsafeBytes { apiId in
        bytes[1].withUnsafeBytes { stage in
          bytes[2].withUnsafeBytes { path in
            bytes[3].withUnsafeBytes { key in
              tables.admit(
                AdmissionRequest(
                  apiId: apiId, stage: stage, verb: .get,
                  path: canonicalizer.canonicalize(path), headerKey: key),
                at: AdmissionInstant(monotonicNanoseconds: 1, day: CalendarDay(number: 20_000)),
                meters: meters)
            }
          }
        }
      }
    }
  }

  static func tables() -> EnforcementTables {
    let now = Timestamp(seconds: 0)
    var state = GatewayState()
    let method = Method(httpMethod: "GET", apiKeyRequired: true)
    let snapshot = ApiSnapshot(routes: [
      SnapshotRoute(resourceId: "res001", path: "/items", methods: [method])
    ])
    let stage = Stage(
      stageName: "prod", deploymentId: "dep001", createdDate: now, lastUpdatedDate: now)
    state.apply(
      [
        .put(
          .restApi(
            RestApi(id: "api0000001", name: "a", rootResourceId: "r", createdDate: now))),
        .put(
          .deployment(
            "api0000001", Deployment(id: "dep001", createdDate: now, snapshot: snapshot))),
        .put(.stage("api0000001", stage)),
        .put(
          .usagePlan(
            UsagePlan(
              id: "plan01", name: "p", apiStages: [ApiStage(apiId: "api0000001", stage: "prod")],
              createdDate: now))),
        .put(
          .apiKey(
            ApiKey(
              id: "key0000001", value: "a-value-that-is-secret", enabled: true, createdDate: now,
              lastUpdatedDate: now))),
        .put(
          .usagePlanKey(
            UsagePlanKey(usagePlanId: "plan01", keyId: "key0000001", createdDate: now))),
      ], sequence: 1)
    return EnforcementTables(state, hashSeed: 1)
  }

  /// Records decisions, the n-th at second n; every third is refused.
  func record(_ count: Int, in ring: DecisionRing, from first: Int = 1) {
    var tables = Self.tables()
    let meters = InMemoryMeters()
    for number in first..<(first + count) {
      let key = number % 3 == 0 ? "wrong" : "a-value-that-is-secret"
      let admission = Self.admission(&tables, meters, path: "/items", key: key)
      Array("/items/\(number)".utf8).withUnsafeBytes { path in
        ring.append(entry(number, path: path, admission))
      }
    }
  }

  func entry(
    _ number: Int, path: UnsafeRawBufferPointer, _ admission: Admission, stage: String = "prod"
  ) -> DecisionEntry {
    DecisionEntry(
      time: Timestamp(seconds: Int64(number)), requestId: (0x1234, UInt64(number)),
      apiId: "api0000001", stage: stage, verb: .get, path: path, admission: admission,
      statusCode: admission.verdict.refusal?.statusCode ?? 200, latencyMicroseconds: number * 10)
  }

  @Test("A workspace without a gateway has no ring")
  func absent() throws {
    #expect(try DecisionRing.reading(folder.path) == nil)
  }

  @Test("Decisions come back newest first, with all their members")
  func roundTrip() throws {
    let ring = try DecisionRing(writingTo: folder.path)
    record(4, in: ring)
    let reader = try #require(try DecisionRing.reading(folder.path))
    let found = reader.decisions(limit: 10)
    #expect(found.map(\.sequence) == [4, 3, 2, 1])
    let newest = found[0]
    #expect(newest.time == Timestamp(seconds: 4))
    #expect(newest.requestId == "00000000000012340000000000000004")
    #expect(newest.stage == ApiStageID(apiId: "api0000001", stage: "prod"))
    #expect(newest.verb == .get)
    #expect(newest.path == "/items/4")
    #expect(newest.resourceId == "res001")
    #expect(newest.keyId == "key0000001")
    #expect(newest.usagePlanId == "plan01")
    #expect(newest.verdict == .admitted)
    #expect(newest.statusCode == 200)
    #expect(newest.latencyMicroseconds == 40)
    #expect(newest.sourceAddress == nil)
    #expect(found[1].verdict == .unknownKey)
    #expect(found[1].keyId == nil)
    #expect(found[1].statusCode == 403)
  }

  @Test("Filters and the limit")
  func filters() throws {
    let ring = try DecisionRing(writingTo: folder.path)
    record(30, in: ring)
    #expect(ring.decisions(where: DecisionFilter(isRefused: true), limit: 99).count == 10)
    #expect(ring.decisions(where: DecisionFilter(isRefused: false), limit: 7).count == 7)
    #expect(ring.decisions(where: DecisionFilter(keyId: "key0000001"), limit: 99).count == 20)
    #expect(ring.decisions(where: DecisionFilter(keyId: "key000000"), limit: 99).isEmpty)
    #expect(ring.decisions(where: DecisionFilter(usagePlanId: "plan01"), limit: 99).count == 20)
    #expect(ring.decisions(where: DecisionFilter(apiId: "api0000001"), limit: 99).count == 30)
    #expect(ring.decisions(where: DecisionFilter(stage: "beta"), limit: 99).isEmpty)
    let late = DecisionFilter(since: Timestamp(seconds: 28))
    #expect(ring.decisions(where: late, limit: 99).map(\.sequence) == [30, 29, 28])
    let after = DecisionFilter(isRefused: true, after: 24)
    #expect(ring.decisions(where: after, limit: 99).map(\.sequence) == [30, 27])
  }

  @Test("A full ring keeps the newest, over restarts of its writer")
  func wraps() throws {
    let capacity = UsageLimits.decisions
    record(capacity - 5, in: try DecisionRing(writingTo: folder.path))
    let ring = try DecisionRing(writingTo: folder.path)
    record(10, in: ring, from: capacity - 4)
    let found = ring.decisions(limit: .max)
    #expect(found.count == capacity)
    #expect(found.first?.path == "/items/\(capacity + 5)")
    #expect(found.last?.path == "/items/6")
    #expect(ring.newest == UInt64(capacity + 5))
  }

  @Test("Long paths and stage names are cut, and the path says so")
  func cut() throws {
    let ring = try DecisionRing(writingTo: folder.path)
    var tables = Self.tables()
    let admission = Self.admission(&tables, InMemoryMeters(), path: "/items", key: "x")
    let stage = String(repeating: "s", count: 128)
    Array(("/" + String(repeating: "p", count: 500)).utf8).withUnsafeBytes { path in
      ring.append(entry(1, path: path, admission, stage: stage))
    }
    let record = try #require(ring.decisions(where: DecisionFilter(stage: stage), limit: 1).first)
    #expect(record.isPathCut)
    #expect(record.path.utf8.count == DecisionRecord.pathLimitBytes)
    #expect(record.stage.stage.utf8.count == 32)
  }

  @Test("Addresses are shown as people write them")
  func addresses() {
    func text(_ bytes: [UInt8]) -> String? { bytes.withUnsafeBytes { SourceAddress.text($0) } }
    let zeros = [UInt8](repeating: 0, count: 10)
    #expect(text(zeros + [0xFF, 0xFF, 10, 0, 4, 7]) == "10.0.4.7")
    #expect(text(zeros + [0, 0, 0, 0, 0, 1]) == "::1")
    #expect(text(zeros + [0, 0, 0, 0, 0, 0]) == nil)
  }

  @Test("Records that a writer left half-written, or that were damaged, are skipped")
  func damaged() throws {
    let ring = try DecisionRing(writingTo: folder.path)
    record(5, in: ring)
    let file = "\(folder.path)/usage/decisions"
    try TestFiles.overwrite(file, at: DecisionRing.offset(of: 2), with: [2 << 1 | 1])
    try TestFiles.overwrite(
      file, at: DecisionRing.offset(of: 4) + DecisionLayout.path.lowerBound, with: [0x2E])
    #expect(ring.decisions(limit: 9).map(\.sequence) == [5, 3, 1])
  }

  @Test("No key value is ever in the file")
  func noSecrets() throws {
    let ring = try DecisionRing(writingTo: folder.path)
    record(9, in: ring)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/usage/decisions"))
    #expect(bytes.range(of: Data("a-value-that-is-secret".utf8)) == nil)
    #expect(bytes.range(of: Data("/items/9".utf8)) != nil)
  }

  @Test("Readers beside writers only ever see whole records")
  func concurrent() throws {
    let path = folder.path
    let rings = try (0..<3).map { _ in try DecisionRing(writingTo: path) }
    let group = DispatchGroup()
    for (writer, ring) in rings.enumerated() {
      group.enter()
      Thread.detachNewThread {
        var tables = Self.tables()
        let admission = Self.admission(&tables, InMemoryMeters(), path: "/items", key: "x")
        for number in 0..<40_000 {
          // Time, id, path and latency all say the same number: a mixed record would not.
          let value = number * 3 + writer
          Array("/items/\(value)".utf8).withUnsafeBytes { bytes in
            ring.append(
              DecisionEntry(
                time: Timestamp(seconds: Int64(value)), requestId: (0, UInt64(value)),
                apiId: "api0000001", stage: "prod", verb: .get, path: bytes, admission: admission,
                statusCode: 403, latencyMicroseconds: value))
          }
        }
        group.leave()
      }
    }
    let reader = try #require(try DecisionRing.reading(path))
    var seen = 0
    repeat {
      for record in reader.decisions(limit: 200) {
        seen += 1
        #expect(record.path == "/items/\(record.latencyMicroseconds)")
        #expect(record.time.seconds == Int64(record.latencyMicroseconds))
        #expect(UInt64(record.requestId, radix: 16) == UInt64(record.latencyMicroseconds))
      }
    } while group.wait(timeout: .now()) == .timedOut
    #expect(reader.newest == 120_000)
    #expect(seen > 0)
  }
}
