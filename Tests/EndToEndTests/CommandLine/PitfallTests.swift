import TestSupport
import Testing

/// The three mistakes of the tutorial: each is served as API Gateway serves it, is found by the doctor,
/// and is explained.
@Suite("The tutorial's mistakes")
struct PitfallTests {
  @Test("A method that requires no key takes any request, and the doctor says so")
  func keyNotRequired() throws {
    let shop = try Shop(Workbench(), without: .keyNotRequired)
    let gateway = try shop.bench.serve()
    #expect(try gateway.get(shop.path).status == 200)
    #expect(try gateway.get(shop.path, key: "no-such-key-at-all-00").status == 200)

    #expect(try findings(shop).contains("key-not-required"))
    let why = try shop.bench.json("why", "GET", "/pets", "--stage", "shop:prod", "--key", "web")
    #expect(outcome(of: "API key required", in: why) == "skipped", "\(why)")
    #expect(why["remarks"].items.isEmpty, "nothing waits for a deployment: \(why)")
    #expect(
      commands(in: why) == [
        "keystile method require-key \(shop.api) GET /pets on",
        "keystile deploy \(shop.api) prod --yes",
      ])
    for line in commands(in: why) {
      let run = try shop.bench.run(line.split(separator: " ").dropFirst().map(String.init))
      #expect(run.exit == .code(0), "\(run)")
    }
    try gateway.wait(forStatus: 403, of: shop.path)
  }

  @Test("A key in no plan opens nothing, and doctor and explanation say so")
  func keyNotAttached() throws {
    let shop = try Shop(Workbench(), without: .keyNotAttached)
    let gateway = try shop.bench.serve()
    #expect(try gateway.get(shop.path, key: shop.secret).status == 403)

    #expect(try findings(shop).contains("key-in-no-plan"))
    let why = try shop.bench.json(
      "why", "GET", "/pets", "--stage", "shop:prod", "--key", "web", exit: 1)
    #expect(outcome(of: "plan covers stage", in: why) == "denied", "\(why)")
    #expect(why["statusCode"].integer == 403)

    try shop.bench.keystile("plan", "attach", "standard", "web")
    try gateway.wait(forStatus: 200, of: shop.path, key: shop.secret)
    try shop.bench.keystile("why", "GET", "/pets", "--stage", "shop:prod", "--key", "web")
  }

  @Test("An edit that is not deployed changes nothing, and the doctor says so")
  func notDeployed() throws {
    let shop = try Shop(Workbench(), without: .changeNotDeployed)
    let gateway = try shop.bench.serve()
    #expect(try gateway.get(shop.path).status == 200)

    #expect(try findings(shop).contains("undeployed-changes"))
    let why = try shop.bench.json("why", "GET", "/pets", "--stage", "shop:prod")
    #expect(outcome(of: "API key required", in: why) == "skipped", "\(why)")
    let remark = try #require(why["remarks"][0].string, "\(why)")
    #expect(remark.contains("requires a key in the API as edited"), "\(remark)")
    #expect(remark.contains("prod serves deployment"), "\(remark)")
    #expect(commands(in: why) == ["keystile deploy \(shop.api) prod --yes"])

    try shop.bench.keystile("deploy", "shop", "prod", "--yes")
    try gateway.wait(forStatus: 403, of: shop.path)
    #expect(try gateway.get(shop.path, key: shop.secret).status == 200)
  }

  @Test("The commands the doctor prints mend what it found")
  func mends() throws {
    let shop = try Shop(Workbench(), without: .keyNotAttached)
    let report = try shop.bench.json("doctor", exit: 1)
    let finding = try #require(
      report["items"].items.first { $0["check"].string == "key-in-no-plan" })
    let mend = try #require(finding["mends"][0].string)
    let words = mend.split(separator: " ").map(String.init)
    try #require(words.first == "keystile", "\(mend)")
    let run = try shop.bench.run(Array(words.dropFirst()))
    #expect(run.exit == .code(0), "\(run)")
    #expect(try shop.bench.run(["doctor"]).exit == .code(0))
  }

  @Test("A shop without a mistake passes the doctor")
  func healthy() throws {
    let run = try Shop(Workbench()).bench.run(["doctor"])
    #expect(run.exit == .code(0), "\(run)")
  }

  /// The checks that found an error, from a doctor that has to find one.
  private func findings(_ shop: Shop) throws -> [String] {
    let report = try shop.bench.json("doctor", exit: 1)
    return report["items"].items.filter { $0["severity"].string == "error" }
      .compactMap { $0["check"].string }
  }

  /// The command lines of the first thing that would change the outcome.
  private func commands(in explanation: JSON) -> [String] {
    explanation["fixes"][0]["commands"].items.compactMap(\.string)
  }

  private func outcome(of phase: String, in explanation: JSON) -> String? {
    explanation["steps"].items.first { $0["phase"].string == phase }?["outcome"].string
  }
}
