import Foundation
import TestSupport
import Testing

/// `kill -9` at random moments loses nothing that was answered.
///
/// `KEYSTILE_KILL_ROUNDS=200` in the environment kills as often, by hand.
@Suite("Killed processes")
struct KillTests {
  /// Gateways killed.
  static let gatewayRounds = rounds ?? 20
  /// Command lines killed.
  static let writerRounds = rounds ?? 40
  /// Pairs of journal writers killed.
  static let journalRounds = rounds ?? 15
  /// Consoles killed.
  static let consoleRounds = rounds ?? 6
  /// Control planes killed.
  static let controlRounds = rounds ?? 10

  private static let rounds = ProcessInfo.processInfo.environment["KEYSTILE_KILL_ROUNDS"]
    .flatMap { Int($0) }.map { max(1, $0) }

  @Test("Every request a killed gateway answered is counted, and the quota goes on")
  func gateway() throws {
    var numbers = SeededRandom()
    let shop = try Shop(Workbench(), quota: "1000000/DAY")
    try shop.bench.keystile("plan", "set", "standard", "--no-throttle")
    var (answered, sent) = (0, 0)
    for round in 0..<Self.gatewayRounds {
      let gateway = try shop.bench.serve()
      let client = try LoadClient(
        port: gateway.port, connections: 8, path: shop.path, key: shop.secret)
      let limit = Int.random(in: 1...300, using: &numbers)
      var isKilled = false
      // The connections end with the gateway.
      try? client.run { count in
        if count >= limit, !isKilled {
          isKilled = true
          gateway.process.signal(SIGKILL)
        }
        return true
      }
      #expect(try gateway.process.waitForExit() == .signal(SIGKILL), "seed \(numbers.seed)")
      answered += client.answers.count { $0.status == 200 }
      sent += client.sentCount
      let used = try shop.usage().used
      #expect(used >= answered, "round \(round), seed \(numbers.seed)")
      #expect(used <= sent, "round \(round), seed \(numbers.seed)")
    }
    let used = try shop.usage().used
    try shop.bench.keystile("usage", "grant", "standard", "web", "3")
    let gateway = try shop.bench.serve()
    let statuses = try (0..<4).map { _ in try gateway.get(shop.path, key: shop.secret).status }
    #expect(statuses == [200, 200, 200, 429])
    #expect(try shop.usage().used == used + 3)
  }

  @Test("Every record that killed journal writers acknowledged is there, and no number twice")
  func journal() throws {
    var numbers = SeededRandom()
    let bench = try Workbench()
    var acknowledged: [Int] = []
    for round in 0..<Self.journalRounds {
      let writers = try (0..<2).map { _ in try Self.writer(bench, records: 100_000) }
      for writer in writers {
        let lines = Int.random(in: 1...60, using: &numbers)
        try writer.wait(for: "\(lines) records") { $0.count { $0 == "\n" } >= lines }
        writer.signal(SIGKILL)
        #expect(try writer.waitForExit() == .signal(SIGKILL), "seed \(numbers.seed)")
        acknowledged += Self.sequences(writer)
      }
      let next = try Self.writer(bench, records: 1)
      #expect(try next.waitForExit() == .code(0), "\(next.errorOutput), seed \(numbers.seed)")
      let sequence = try #require(Self.sequences(next).first)
      #expect(acknowledged.allSatisfy { $0 < sequence }, "round \(round), seed \(numbers.seed)")
      acknowledged.append(sequence)
    }
    #expect(Set(acknowledged).count == acknowledged.count, "seed \(numbers.seed)")
    let verified = try bench.run(["journal", "verify"])
    #expect(verified.exit == .code(0), "\(verified), seed \(numbers.seed)")
  }

  private static func writer(_ bench: Workbench, records: Int) throws -> ChildProcess {
    try ChildProcess(
      [BuiltProgram.path("simulator"), "journal-writer", bench.workspace, "\(records)"],
      environment: bench.environment)
  }

  private static func sequences(_ writer: ChildProcess) -> [Int] {
    writer.output.split(separator: "\n").compactMap { Int($0) }
  }

  @Test("Every change whose id a killed command line printed is in the journal")
  func writers() throws {
    var numbers = SeededRandom()
    let bench = try Workbench()
    try bench.keystile("api", "create", "shop")
    var acknowledged: [String] = []
    for round in 0..<Self.writerRounds {
      let child = try ChildProcess(
        [Workbench.program, "--quiet", "key", "create", "key-\(round)"],
        environment: bench.environment)
      // A verb takes some tens of milliseconds; the kill falls anywhere before, in or after its work.
      let patience = Duration.microseconds(Int.random(in: 0...60_000, using: &numbers))
      _ = try? child.waitForExit(timeout: patience)
      child.signal(SIGKILL)
      _ = try child.waitForExit()
      acknowledged += child.output.split(separator: "\n").map(String.init)
    }
    let keys = try bench.keystile("--quiet", "key", "list").split(separator: "\n").map(String.init)
    #expect(Set(acknowledged).isSubset(of: keys), "seed \(numbers.seed)")
    #expect(keys.count <= Self.writerRounds)
    _ = try bench.make("key", "create", "afterwards")
    #expect(try bench.run(["doctor", "--severity", "error"]).exit != .code(3))
  }
}
