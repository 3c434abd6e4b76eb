import Foundation
import Synchronization
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

  /// What came over one connection.
  private struct Seen: Sendable {
    var counts: [String: Int] = [:]
    var failure: String?
  }

  private static let connections = 8
  private static let switches = 150

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

    let isOver = Atomic(false)
    let clients = (0..<Self.connections).map { _ in
      Worker { [port = gateway.port, path = shop.path, secret = shop.secret] in
        Self.ask(port: port, path: path, secret: secret) { isOver.load(ordering: .relaxed) }
      }
    }
    let outcome = Result {
      for turn in 1...Self.switches { try Self.show(sides[turn % 2], shop, control) }
    }
    isOver.store(true, ordering: .relaxed)
    let seen = clients.map { $0.value() }
    try outcome.get()
    #expect(seen.compactMap(\.failure) == [])
    let counts = seen.reduce(into: [String: Int]()) { $0.merge($1.counts, uniquingKeysWith: +) }
    let whole = Set(sides.map { "\($0.status) \($0.body)" })
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

  /// Sends one request after the other on one connection until `isOver`.
  private static func ask(
    port: UInt16, path: String, secret: String, until isOver: () -> Bool
  ) -> Seen {
    var seen = Seen()
    do {
      let client = try RawHTTPClient(port: port)
      while !isOver() {
        let answer = try client.get(path, key: secret)
        seen.counts["\(answer.status) \(answer.text)", default: 0] += 1
      }
    } catch {
      seen.failure = "\(error)"
    }
    return seen
  }
}
