import Foundation
import TestSupport
import Testing

/// The surfaces through which changes are made: what they showed or answered as saved is there.
extension KillTests {
  @Test("Every change a killed console showed as saved is in the journal and in the next console")
  func console() throws {
    var numbers = SeededRandom()
    let shop = try Shop(Workbench())
    let gateway = try shop.bench.serve()
    let load = KillLoad()
    let (requests, changes) = load.start(shop, gateway)
    defer { load.stop() }
    var saved: [String: Bool] = [:]
    for round in 0..<Self.consoleRounds {
      let terminal = try shop.bench.console()
      try terminal.wait(for: "the keys") { $0.shows("standard") && $0.shows("web") }
      var maker = KeyMaker(terminal)
      try maker.work(names: "made-\(round)", for: .microseconds(numbers.below(400_000)))
      saved.merge(maker.saved) { $1 }
      let found = try Self.keys(of: shop.bench)
      for (name, isOn) in saved where name != maker.unsettled {
        #expect(found[name] == isOn, "\(name), round \(round), seed \(numbers.seed)")
      }
      if let newest = maker.newest, newest != maker.unsettled {
        try Self.expectShown(newest, isOn: saved[newest] == true, by: shop.bench)
      }
      // Done or not, from here on it stays so.
      if let unsettled = maker.unsettled { saved[unsettled] = found[unsettled] }
    }
    load.stop()
    #expect(requests.value() > 0)
    let described = try shop.bench.json("key", "show", "web")["description"].string
    #expect(described == "\(changes.value())")
    let verified = try shop.bench.run(["journal", "verify"])
    #expect(verified.exit == .code(0), "\(verified), seed \(numbers.seed)")
  }

  /// The names of the keys, and whether each is on.
  private static func keys(of bench: Workbench) throws -> [String: Bool] {
    let keys = try bench.json("key", "list")["items"].items
    return Dictionary(
      keys.map { ($0["name"].string ?? "", $0["enabled"].integer == 1) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Opens a console and looks for a key.
  private static func expectShown(_ name: String, isOn: Bool, by bench: Workbench) throws {
    let terminal = try bench.console()
    try terminal.wait(forText: "standard")
    try terminal.press("/")
    terminal.send(name)
    try terminal.wait(for: "\(name) to be \(isOn ? "on" : "off")") { screen in
      screen.lines.contains { $0.contains("\(name) ") && $0.contains(" off") != isOn }
    }
    terminal.signal(SIGTERM)
    _ = try terminal.waitForExit()
  }

  @Test("Every key that a killed control plane answered for is there at the next start")
  func control() throws {
    var numbers = SeededRandom()
    let bench = try Workbench()
    var (acknowledged, sent) = (Set<String>(), 0)
    var newest: [String] = []
    for round in 0..<Self.controlRounds {
      let gateway = try bench.serve()
      let asking = try RawHTTPClient(port: gateway.controlPort)
      for id in newest {
        let answer = try asking.request("GET", "/apikeys/\(id)")
        #expect(answer.status == 200, "\(answer), round \(round), seed \(numbers.seed)")
      }
      let limit = 1 + numbers.below(40)
      let clients = try (0..<4).map { _ in try RawHTTPClient(port: gateway.controlPort) }
      func create(_ client: RawHTTPClient) throws {
        sent += 1
        let body = "{\"name\":\"key-\(sent)\",\"enabled\":true}"
        try client.send(
          "POST /apikeys HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
            + body)
      }
      var answers: [RawHTTPClient.Response] = []
      for client in clients { try create(client) }
      for turn in 0..<limit {
        let client = clients[turn % clients.count]
        answers.append(try client.readResponse())
        try create(client)
      }
      let patience = Duration.microseconds(numbers.below(3_000))
      _ = try? gateway.process.waitForExit(timeout: patience)
      gateway.process.signal(SIGKILL)
      #expect(try gateway.process.waitForExit() == .signal(SIGKILL), "seed \(numbers.seed)")
      // What was answered before the end has still to be read.
      answers += clients.compactMap { try? $0.readResponse() }
      #expect(answers.allSatisfy { $0.status == 201 }, "\(answers), seed \(numbers.seed)")
      newest = try answers.compactMap { try JSON($0.text)["id"].string }
      #expect(newest.count == answers.count)
      acknowledged.formUnion(newest)
    }
    let keys = try bench.keystile("--quiet", "key", "list").split(separator: "\n").map(String.init)
    #expect(acknowledged.isSubset(of: keys), "seed \(numbers.seed)")
    #expect(keys.count <= sent && Set(keys).count == keys.count, "seed \(numbers.seed)")
    let verified = try bench.run(["journal", "verify"])
    #expect(verified.exit == .code(0), "\(verified), seed \(numbers.seed)")
  }
}
