import GatewayModel
import Testing

@testable import AdminCLI

/// `why` and `doctor`.
@Suite struct ExplainVerbTests {
  private let bench: AdminBench

  init() throws { bench = try AdminBench() }

  @Test func explainsAnAdmittedRequest() throws {
    bench.setUpShop()
    let text = bench.done("why", "GET", "/pets", "--stage", "shop:prod", "--key", "web")
    #expect(text.output.contains("✓ admitted"))
    let json = try bench.json("why", "get", "pets?a=b", "--stage", "shop:prod", "--key", "web")
    #expect(json["isAdmitted"] as? Bool == true)
    let steps = try #require(json["steps"] as? [[String: Any]])
    #expect(steps.count > 4 && !steps.contains { $0["outcome"] as? String == "denied" })
  }

  @Test func explainsRefusalsAndExitsWithOne() throws {
    bench.setUpShop()
    let cases: [(words: [String], message: String)] = [
      (["GET", "/pets", "--stage", "shop:prod"], "Forbidden"),
      (
        ["GET", "/nothing", "--stage", "shop:prod", "--key", "web"], "Missing Authentication Token"
      ),
      (["DELETE", "/pets", "--stage", "shop:prod"], "Missing Authentication Token"),
      (["GET", "/pets", "--stage", "shop:beta"], "Forbidden"),
    ]
    for (words, message) in cases {
      let run = bench.run(["why"] + words)
      #expect(run.code == .refused, "\(words)")
      #expect(run.output.contains("✗ 403 \(message)"), "\(run.output)")
      #expect(run.error.isEmpty)
    }
    bench.done("key", "disable", "web")
    let disabled = bench.run("why", "GET", "/pets", "--stage", "shop:prod", "--key", "web")
    #expect(disabled.code == .refused)
    #expect(disabled.output.contains("What would let it pass:"))
    bench.input = "wrongvalue0123456789\n"
    #expect(
      bench.run("why", "GET", "/pets", "--stage", "shop:prod", "--key-stdin").code == .refused)
  }

  @Test func namesWhatWasMeantAndTheCommandThatMends() throws {
    bench.setUpShop()
    let path = bench.run("why", "GET", "/pest", "--stage", "shop:prod")
    #expect(path.output.contains("call GET /pets, the nearest that prod serves"), "\(path.output)")
    let verb = bench.run("why", "POST", "/pets", "--stage", "shop:prod")
    #expect(verb.output.contains("the verb it has: GET"), "\(verb.output)")
    bench.done("method", "put", "shop", "GET", "/new")
    let new = bench.run("why", "GET", "/new", "--stage", "shop:prod")
    #expect(new.output.contains("deploy to prod"), "\(new.output)")
    #expect(new.output.contains("    keystile deploy "), "\(new.output)")
    bench.done("method", "require-key", "shop", "GET", "/pets", "off")
    bench.done("deploy", "shop", "prod", "--yes")
    bench.done("method", "require-key", "shop", "GET", "/pets", "on")
    let open = bench.done("why", "GET", "/pets", "--stage", "shop:prod", "--key", "web")
    #expect(open.output.contains("! GET /pets requires a key in the API as edited"))
    #expect(open.output.contains("What would have a key required:"), "\(open.output)")
  }

  @Test func needsAStageAndOneKey() throws {
    bench.setUpShop()
    bench.refused("why", "GET", "/pets", code: .usage)
    bench.refused("why", "GET", "/pets", "--stage", "shop", code: .usage)
    bench.refused(
      "why", "GET", "/pets", "--stage", "shop:prod", "--key", "web", "--key-stdin", code: .usage)
    bench.refused(
      "why", "GET", "/pets", "--stage", "shop:prod", "--key", "nobody", word: "NotFoundException")
  }

  @Test func findsNothingInAHealthyWorkspace() throws {
    bench.setUpShop()
    #expect(bench.done("doctor").output.isEmpty)
    #expect(try bench.items("doctor").isEmpty)
  }

  struct Pitfall: Sendable, CustomTestStringConvertible {
    var check: String
    var script: [[String]]
    var testDescription: String { check }
  }

  private static let api = [["api", "create", "shop"], ["method", "put", "shop", "GET", "/pets"]]
  private static let keyed = [["method", "require-key", "shop", "GET", "/pets", "on"]]
  private static let deployed = [["deploy", "shop", "prod", "--yes"]]
  private static let planned = [
    ["key", "create", "web"], ["plan", "create", "p", "--rate", "1", "--burst", "1"],
    ["plan", "attach", "p", "web"],
  ]
  private static let opened = [["plan", "add-stage", "p", "shop:prod"]]

  @Test(arguments: [
    Pitfall(check: "key-not-required", script: api + deployed + planned + opened),
    Pitfall(check: "key-in-no-plan", script: api + keyed + deployed + [["key", "create", "web"]]),
    Pitfall(check: "undeployed-changes", script: api + deployed + planned + opened + keyed),
    Pitfall(check: "plan-without-stages", script: api + keyed + deployed + planned),
    Pitfall(check: "stage-without-plan", script: api + keyed + deployed),
    Pitfall(check: "plan-without-stages", script: api + keyed + planned),
    Pitfall(
      check: "lost-plan-stage",
      script: api + keyed + deployed + planned + opened
        + [["stage", "delete", "shop", "prod", "--yes"]] + deployed),
    Pitfall(
      check: "authorizer-source-without-authorizer",
      script: api + keyed + [["api", "set", "shop", "--key-source", "AUTHORIZER"]] + deployed
        + planned + opened),
  ])
  func mendsWhatItFindsWithWhatItPrints(pitfall: Pitfall) throws {
    for words in pitfall.script {
      let run = bench.run(words)
      #expect(run.code == .done, "\(words): \(run.error)")
    }
    let first = bench.run("doctor", "--json")
    #expect(first.code == .refused)
    #expect(first.output.contains("\"\(pitfall.check)\""), "\(first.output)")
    #expect(first.error.isEmpty)
    // Mending one thing can uncover the next; three rounds are enough for every case here.
    for _ in 0..<3 {
      for finding in try bench.items("doctor") where finding["severity"] as? String == "error" {
        run(mends: finding["mends"] as? [String] ?? [])
      }
    }
    let last = bench.run("doctor")
    #expect(last.code == .done, "\(last.output)")
  }

  private func run(mends: [String]) {
    var variables: [String: String] = [:]
    for mend in mends {
      let line = ShellLine(mend, variables: variables)
      let run = bench.run(Array(line.words.dropFirst()))
      // A mend may have been done by an earlier finding's; what must not happen is misuse.
      #expect(run.code == .done || run.code == .refused, "\(mend): \(run.error)")
      if let name = line.variable { variables[name] = run.firstWord }
    }
  }

  @Test func filtersBySeverityAndNamesChecksInQuietForm() throws {
    for words in Self.api { bench.run(words) }
    #expect(bench.done("doctor", "--quiet").lines == ["api-without-stage"])
    #expect(try bench.items("doctor", "--severity", "error").isEmpty)
  }
}
