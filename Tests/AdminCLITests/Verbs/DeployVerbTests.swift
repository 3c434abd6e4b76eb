import Enforcement
import GatewayModel
import Testing
import Workspace

@testable import AdminCLI

/// Deployments and stages.
@Suite struct DeployVerbTests {
  private let bench: AdminBench

  init() throws {
    bench = try AdminBench()
    bench.setUpShop()
  }

  private func isKeyRequired() throws -> Bool {
    bench.done("stage", "diff", "shop", "prod").output.contains("nothing changes")
  }

  @Test func printsTheDeploymentsIdFirstAndTheReviewBesideIt() throws {
    bench.done("method", "require-key", "shop", "GET", "/pets", "off")
    let run = bench.done("deploy", "shop", "prod", "--yes", "--message", "open")
    #expect(run.lines.count == 1)
    #expect(run.error.contains("~ GET /pets"))
    let made = try bench.json("deployment", "show", "shop", run.firstWord)
    #expect(made["description"] as? String == "open")
    let quiet = bench.done("deploy", "shop", "prod", "--yes", "--quiet")
    #expect(quiet.error.isEmpty)
    #expect(quiet.lines == [quiet.firstWord])
  }

  @Test func showsWithoutDoingWhenDry() throws {
    bench.done("method", "require-key", "shop", "GET", "/pets", "off")
    let before = try bench.items("deployment", "list", "shop").count
    #expect(bench.done("deploy", "shop", "prod", "--dry-run").output.contains("~ GET /pets"))
    let review = try bench.json("deploy", "shop", "prod", "--dry-run")
    let changes = try #require(review["changes"] as? [[String: Any]])
    #expect(changes.map { $0["subject"] as? String } == ["GET /pets"])
    #expect(review["isNewStage"] as? Bool == false)
    #expect(try bench.json("deploy", "shop", "new", "--dry-run")["isNewStage"] as? Bool == true)
    #expect(try bench.items("deployment", "list", "shop").count == before)
    #expect(try bench.json("stage", "diff", "shop", "prod")["changes"] as? [[String: Any]] != nil)
  }

  @Test func decidesRecordedRequestsAgain() throws {
    bench.done("method", "require-key", "shop", "GET", "/pets", "off")
    bench.done("deploy", "shop", "prod", "--yes")
    let workspace = try Workspace.open(at: bench.workspacePath)
    let api = try #require(workspace.state.apis.keys.first)
    let ring = try DecisionRing(writingTo: bench.workspacePath)
    for _ in 0..<3 { ring.append(.admitted, path: "/pets", of: api) }
    #expect(
      bench.done("deploy", "shop", "prod", "--dry-run").output
        .contains("The last 3 recorded requests, decided again, would end as before."))

    bench.done("method", "require-key", "shop", "GET", "/pets", "on")
    let text = bench.done("deploy", "shop", "prod", "--dry-run").output
    #expect(text.contains("decided again: 3 would end otherwise."))
    #expect(text.contains("  3 × GET /pets: admitted → needs a key"))
    let review = try bench.json("stage", "diff", "shop", "prod")
    let rehearsal = try #require(review["rehearsal"] as? [String: Any])
    let shift = try #require((rehearsal["shifts"] as? [[String: Any]])?.first)
    #expect(rehearsal["requests"] as? Int == 3)
    #expect(shift["count"] as? Int == 3)
  }

  @Test func listsAndShowsStages() throws {
    let stages = try bench.items("stage", "list")
    #expect(stages.map { $0["stageName"] as? String } == ["prod"])
    #expect(bench.done("stage", "list", "shop").output.contains("standard"))
    #expect(bench.done("stage", "list", "--quiet").firstWord.hasSuffix(":prod"))
    #expect(bench.done("stage", "show", "shop", "prod").output.contains("shop:prod"))
    let missing = bench.refused("stage", "show", "shop", "beta", word: "NotFoundException")
    #expect(missing.error.contains("try: one of its stages: prod"))
  }

  @Test func changesStages() throws {
    let changed = try bench.json(
      "stage", "set", "shop", "prod", "--variable", "a=b=c", "--rate", "5.5", "--burst", "7")
    #expect((changed["variables"] as? [String: String]) == ["a": "b=c"])
    let settings = try #require(changed["methodSettings"] as? [String: [String: Any]])
    #expect(settings["*/*"]?["throttlingRateLimit"] as? Double == 5.5)
    #expect(bench.done("stage", "show", "shop", "prod").output.contains("5.5/s burst 7"))
    bench.done("stage", "set", "shop", "prod", "--unset-variable", "a", "--remove-setting", "*/*")
    let shown = bench.done("stage", "show", "shop", "prod").output
    #expect(!shown.contains("a=b"))
    bench.refused("stage", "set", "shop", "prod", "--variable", "novalue", code: .usage)
    bench.refused("stage", "set", "shop", "prod", code: .usage)
    #expect(try bench.json("stage", "delete", "shop", "prod", "--yes").isEmpty)
    #expect(try bench.items("stage", "list").isEmpty)
  }

  @Test func rollsBackToTheDeploymentBefore() throws {
    let first = bench.done("deployment", "list", "shop", "--quiet").firstWord
    bench.refused("stage", "rollback", "shop", "prod", "--yes", word: "NotFoundException")
    bench.done("method", "require-key", "shop", "GET", "/pets", "off")
    bench.done("deploy", "shop", "prod", "--yes")
    let back = bench.done("stage", "rollback", "shop", "prod", "--yes")
    #expect(back.firstWord == first)
    #expect(back.error.contains("~ GET /pets"))
    #expect(try bench.json("stage", "show", "shop", "prod")["deploymentId"] as? String == first)
    bench.refused("deployment", "delete", "shop", first, "--yes")
    let other = try #require(
      bench.done("deployment", "list", "shop", "--quiet").lines.first { $0 != first })
    #expect(bench.done("deployment", "delete", "shop", other, "--yes").firstWord == other)
    bench.refused("stage", "rollback", "shop", "prod", other, "--yes", word: "NotFoundException")
  }
}
