import Enforcement
import GatewayModel
import Testing
import Workspace

@testable import AdminCLI

/// Usage plans, their keys and stages, and usage.
@Suite struct PlanVerbTests {
  private let bench: AdminBench

  init() throws {
    bench = try AdminBench()
    bench.setUpShop()
  }

  @Test func makesPlansInOneCommand() throws {
    let plan = try bench.json("plan", "show", "standard")
    #expect((plan["throttle"] as? [String: Any])?["rateLimit"] as? Double == 50)
    #expect((plan["quota"] as? [String: Any])?["period"] as? String == "MONTH")
    #expect((plan["apiStages"] as? [[String: Any]])?.first?["stage"] as? String == "prod")
    let id = bench.done("plan", "create", "small", "--quota", "5/week+1", "--quiet").firstWord
    let quota = try bench.json("plan", "show", id)["quota"] as? [String: Any]
    #expect(quota?["offset"] as? Int == 1)
    bench.refused("plan", "create", "p", "--stage", "shop", code: .usage)
    bench.refused("plan", "create", "p", "--stage", ":prod", code: .usage)
    bench.refused("plan", "create", "p", "--stage", "nowhere:prod", word: "NotFoundException")
    bench.refused("plan", "create", "p", "--stage", "shop:beta")
    #expect(bench.done("plan", "list", "--quiet").lines.count == 2)
    #expect(try bench.items("plan", "list").count == 2)
  }

  @Test func changesLimits() throws {
    let set = try bench.json("plan", "set", "standard", "--rate", "2.5", "--quota", "9/DAY")
    #expect((set["throttle"] as? [String: Any])?["rateLimit"] as? Double == 2.5)
    #expect((set["throttle"] as? [String: Any])?["burstLimit"] as? Int == 100)
    #expect((set["quota"] as? [String: Any])?["limit"] as? Int == 9)
    let bare = try bench.json("plan", "set", "standard", "--no-throttle", "--no-quota")
    #expect(bare["throttle"] == nil && bare["quota"] == nil)
    bench.refused("plan", "set", "standard", code: .usage)
    bench.refused("plan", "set", "standard", "--no-throttle", "--rate", "1", code: .usage)
    bench.refused("plan", "set", "standard", "--no-quota", "--quota", "1/DAY", code: .usage)
  }

  @Test func movesKeysAndStages() throws {
    let member = try bench.json("plan", "detach", "standard", "web")
    #expect(member.isEmpty)
    bench.refused("plan", "detach", "standard", "web")
    let attached = try bench.json("plan", "attach", "standard", "web")
    #expect(attached["name"] as? String == "web" && attached["value"] == nil)
    bench.refused("plan", "attach", "standard", "web", word: "ConflictException")
    bench.done("plan", "remove-stage", "standard", "shop:prod")
    #expect(bench.done("plan", "show", "standard").output.contains("the plan opens nothing"))
    bench.done("plan", "add-stage", "standard", "shop:prod")
    #expect(bench.done("plan", "show", "standard").output.contains("shop:prod"))
  }

  @Test func deletesPlans() throws {
    bench.refused("plan", "delete", "standard", "--yes")
    #expect(try bench.json("plan", "delete", "standard", "--remove-stages", "--yes").isEmpty)
    #expect(try bench.items("plan", "list").isEmpty)
  }

  @Test func refusesAmbiguousNamesWithEveryId() throws {
    let first = bench.done("plan", "list", "--quiet").firstWord
    let second = bench.done("plan", "create", "standard", "--quiet").firstWord
    let run = bench.refused("plan", "show", "standard", word: "ConflictException")
    #expect(run.error.contains(first) && run.error.contains(second))
    bench.done("plan", "show", second)
    bench.done("key", "create", "web")
    #expect(bench.refused("key", "show", "web").error.contains("2 keys"))
    bench.done("api", "create", "shop")
    #expect(bench.refused("stage", "show", "shop", "prod").error.contains("2 APIs"))
    bench.refused("why", "GET", "/", "--stage", "shop:prod", word: "ConflictException")
  }

  @Test func findsStagesOfApisWithColonsInTheirNames() throws {
    bench.done("api", "create", "a:b")
    bench.done("method", "put", "a:b", "GET", "/")
    bench.done("deploy", "a:b", "prod", "--yes")
    bench.done("plan", "add-stage", "standard", "a:b:prod")
    #expect(bench.done("plan", "show", "standard").output.contains("a:b:prod"))
  }

  @Test func showsAndGrantsUsage() throws {
    let id = bench.done("key", "list", "--quiet").firstWord
    let plan = bench.done("plan", "list", "--quiet").firstWord
    #expect(bench.done("usage", "show", "--quiet").lines == ["\(plan) \(id)"])
    let granted = try bench.json("usage", "grant", "standard", "web", "7")
    #expect(granted["remaining"] as? Int == 7)
    let again = bench.done("usage", "grant", "standard", "web", "9")
    #expect(again.output.contains("7 left before, 9 now"), "\(again.output)")
    bench.done("usage", "grant", "standard", "web", "7")
    bench.refused("usage", "grant", "standard", "web", "2147483648", word: "BadRequestException")
    #expect(
      bench.done("usage", "show", "standard", "--key", "web").lines.last?.hasSuffix("7") == true)
    let report = try bench.json("usage", "show", "standard")
    #expect(report["usagePlanId"] as? String == plan)
    #expect(try bench.items("usage", "show").count == 1)
    #expect(bench.done("usage", "export").output.hasPrefix("Date,UsagePlanId,KeyId,Served"))
    #expect(try bench.items("usage", "export").isEmpty)
    bench.refused("usage", "grant", "standard", "web", "many", code: .usage)
    bench.refused("usage", "grant", "standard", "web", "1.5", code: .usage)
    bench.refused("usage", "show", "nothing", word: "NotFoundException")
  }

  @Test(arguments: [
    ["--from", "yesterday"], ["--to", "2026-02-30"],
    ["--from", "2026-11-02", "--to", "2026-11-01"],
    ["--from", "0001-01-01"],
  ])
  func refusesDaysThatMakeNoRange(options: [String]) {
    let run = bench.run(["usage", "show"] + options)
    #expect(run.code == .usage, "\(run.error)")
  }

  @Test func showsWhatTheGatewayCounted() throws {
    let key = bench.done("key", "list", "--quiet").firstWord
    let plan = bench.done("plan", "list", "--quiet").firstWord
    let meters = try UsageStore(workspacePath: bench.workspacePath).makeMeters()
    let slot = meters.slot(for: UsageIdentity(usagePlanId: plan, keyId: key))
    let day = Timestamp(seconds: 1_795_000_000).day
    for _ in 0..<12 { meters.count(slot, .served, on: day) }
    meters.count(slot, .throttled, on: day)
    let row = bench.done("usage", "show").lines.last?.split(separator: " ").map(String.init)
    #expect(row?.prefix(5) == ["standard", "web", "12", "1", "0"])
    #expect(
      bench.done("usage", "export").lines.last == "\(day),\(plan),\(key),12,1,0,0")
    let exported = try #require(try bench.items("usage", "export").first)
    #expect(exported["served"] as? Int == 12 && exported["throttled"] as? Int == 1)
    let days = (try bench.json("usage", "show", "standard")["values"] as? [String: [[Int]]])?[key]
    #expect(days?.first?.first == 12)
  }

  @Test func showsWhatWasRefusedOutsidePlans() throws {
    let key = bench.done("key", "create", "legacy", "--quiet").firstWord
    let unused = bench.run("usage", "show", "--key", "legacy")
    #expect(
      unused.lines.last?.split(separator: " ").map(String.init).prefix(3) == [
        "none", "legacy", "0",
      ])
    #expect(unused.error.contains("legacy is in no usage plan"))
    #expect(unused.error.contains("keystile plan attach PLAN \(key)"))
    let meters = try UsageStore(workspacePath: bench.workspacePath).makeMeters()
    let day = Timestamp(seconds: 1_795_000_000).day
    for _ in 0..<3 {
      meters.count(meters.slot(for: UsageIdentity(keyId: key)), .refused, on: day)
    }
    meters.count(meters.slot(for: .anonymous), .refused, on: day)
    let run = bench.run("usage", "show")
    let rows = run.lines.dropFirst().map { $0.split(separator: " ").map(String.init) }
    #expect(rows.map(\.first) == ["standard", "none", "none"])
    #expect(rows[1] == ["none", "legacy", "0", "0", "0", "3", "—", "—"])
    #expect(rows[2] == ["none", "no", "key", "0", "0", "0", "1", "—", "—"])
    #expect(run.error.isEmpty)
    #expect(bench.done("usage", "show", "--quiet").lines.suffix(2) == ["- \(key)", "- -"])
    #expect(bench.done("usage", "show", "standard").lines.count == 2)
    bench.done("plan", "attach", "standard", "legacy")
    #expect(bench.done("usage", "show", "--key", "legacy").lines.count == 3)
  }

  @Test func watchesUntilItIsAskedToEnd() throws {
    bench.waitsLeft = 2
    let text = bench.run("usage", "show", "--watch")
    #expect(text.code == .interrupted)
    #expect(text.lines.count == 6)
    #expect(text.error.isEmpty)
    bench.waitsLeft = 1
    let json = bench.run("usage", "show", "--watch", "--json")
    #expect(json.code == .interrupted)
    #expect(json.lines.count == 2)
  }
}
