import TestSupport
import Testing

/// A change of several things at once is seen as a whole by every request, or not at all.
@Suite("One configuration for each request")
struct WholeConfigurationTests {
  /// One of the two configurations that are switched between.
  private struct Side: Sendable, Hashable {
    let name: String
    let status: Int
    var deployment = ""

    /// The body, of which the first word is frozen in the deployment and the second is the stage's own.
    var body: String { "\(name) \(name)" }
  }

  private static let connectionCount = 8
  private static let switchCount = 150

  @Test("Deployment and stage variables switched together: no answer is half of each")
  func switching() throws {
    let shop = try Shop(Workbench())
    let bench = shop.bench
    let gateway = try bench.serve()
    // Changes come from another process, as an operator's do.
    let operatorSide = try bench.serve()
    let control = try RawHTTPClient(port: operatorSide.controlPort)
    var sides = [Side(name: "even", status: 200), Side(name: "odd", status: 203)]
    for index in sides.indices {
      try bench.keystile(
        "method", "put", "shop", "GET", "/pets", "--mock",
        "\(sides[index].status):\(sides[index].name) $stageVariables.side")
      sides[index].deployment = try bench.make("deploy", "shop", "prod", "--yes")
    }
    try Self.show(sides[0], shop, control)
    try gateway.wait(forStatus: sides[0].status, of: shop.path, key: shop.secret)

    let clients = RequestLoop(gateway: gateway, shop: shop, connectionCount: Self.connectionCount)
    let counts = try clients.run {
      for turn in 1...Self.switchCount { try Self.show(sides[turn % 2], shop, control) }
    }
    let whole = Set(sides.map { RequestLoop.Answer(status: $0.status, text: $0.body) })
    #expect(Set(counts.keys) == whole, "\(counts)")
  }

  /// Points the stage at a side's deployment and says so in its variable: one request, one line of the
  /// journal.
  private static func show(_ side: Side, _ shop: Shop, _ control: RawHTTPClient) throws {
    let body =
      #"{"patchOperations":[{"op":"replace","path":"/deploymentId","value":"\#(side.deployment)"},"#
      + #"{"op":"replace","path":"/variables/side","value":"\#(side.name)"}]}"#
    let answer = try control.request(
      "PATCH", "/restapis/\(shop.api)/stages/prod", headers: [("Content-Type", "application/json")],
      body: Array(body.utf8))
    try #require(answer.status == 200, "\(answer)")
  }
}
