import TestSupport
import Testing

/// A gateway takes over what other processes change, while it serves.
@Suite("Changes under a running gateway")
struct LiveConfigurationTests {
  @Test("A disabled key is refused and an enabled one served again")
  func disabling() throws {
    let shop = try Shop(Workbench())
    let gateway = try shop.bench.serve()
    for _ in 0..<3 {
      try shop.bench.keystile("key", "disable", "web")
      try gateway.wait(forStatus: 403, of: shop.path, key: shop.secret)
      try shop.bench.keystile("key", "enable", "web")
      try gateway.wait(forStatus: 200, of: shop.path, key: shop.secret)
    }
  }

  @Test("A rotated key's new value is served, its old one until it is disabled")
  func rotation() throws {
    let shop = try Shop(Workbench())
    let gateway = try shop.bench.serve()
    let value = "rotated-value-of-the-web-key"
    try shop.bench.keystile("key", "rotate", "web", "--value-stdin", input: value)
    try gateway.wait(forStatus: 200, of: shop.path, key: value)
    #expect(try gateway.get(shop.path, key: shop.secret).status == 200)
    try shop.bench.keystile("key", "disable", "web (old)")
    try gateway.wait(forStatus: 403, of: shop.path, key: shop.secret)
    let third = "third-value-of-the-web-key"
    try shop.bench.keystile(
      "key", "rotate", "web", "--disable-old", "--value-stdin", input: third)
    try gateway.wait(forStatus: 403, of: shop.path, key: value)
    #expect(try gateway.get(shop.path, key: third).status == 200)
  }

  @Test("A plan's new limits act on the next requests")
  func planLimits() throws {
    let shop = try Shop(Workbench(), rate: "0.001", burst: "1")
    let gateway = try shop.bench.serve()
    #expect(try gateway.get(shop.path, key: shop.secret).status == 200)
    #expect(try gateway.get(shop.path, key: shop.secret).status == 429)
    try shop.bench.keystile("plan", "set", "standard", "--rate", "1000", "--burst", "500")
    try gateway.wait(forStatus: 200, of: shop.path, key: shop.secret)
    try shop.bench.keystile("plan", "remove-stage", "standard", "shop:prod")
    try gateway.wait(forStatus: 403, of: shop.path, key: shop.secret)
  }

  @Test("A deployment is served once it is made, and a rollback takes it back")
  func deployment() throws {
    let shop = try Shop(Workbench())
    let gateway = try shop.bench.serve()
    let cats = "/\(shop.api)/prod/cats"
    try shop.bench.keystile("method", "put", "shop", "GET", "/cats", "--mock", "201:[]")
    #expect(try gateway.get(cats).status == 403)
    try shop.bench.keystile("deploy", "shop", "prod", "--yes")
    try gateway.wait(forStatus: 201, of: cats)
    try shop.bench.keystile("stage", "rollback", "shop", "prod", "--yes")
    try gateway.wait(forStatus: 403, of: cats)
    try shop.bench.keystile("undo", "--yes")
    try gateway.wait(forStatus: 201, of: cats)
    #expect(try gateway.get(shop.path, key: shop.secret).status == 200)
  }

  @Test("No request is dropped while other things change")
  func churn() throws {
    let shop = try Shop(Workbench())
    let gateway = try shop.bench.serve()
    let clients = RequestLoop(
      gateway: gateway, shop: shop, connectionCount: 4, pauseMilliseconds: 1)
    let counts = try clients.run { try change(shop, times: 200) }
    #expect(Set(counts.keys.map(\.status)) == [200], "\(counts)")
    #expect(try shop.usage().used == counts.values.reduce(0, +))
  }

  /// Makes changes that touch the served API, plan and keys, but not what the web key may do.
  private func change(_ shop: Shop, times: Int) throws {
    let bench = shop.bench
    let other = try bench.make("key", "create", "other")
    try bench.keystile("plan", "attach", "standard", other)
    // A batch of keys makes most of the changes in few processes.
    for round in 0..<(times / 10) {
      let rows = (0..<4).map { "k\(round)-\($0),churn-value-\(round)-\($0)-0000000000" }
      try bench.keystile(
        "key", "import", "-", input: "Name,Key\n" + rows.joined(separator: "\n") + "\n")
      try bench.keystile("key", round % 2 == 0 ? "disable" : "enable", other)
      try bench.keystile("plan", "set", "standard", "--rate", "\(9_000 + round)")
      try bench.keystile(
        "method", "put", "shop", "GET", "/r\(round)", "--mock", "200:{}")
      try bench.keystile("deploy", "shop", "prod", "--yes")
      try bench.keystile("key", "delete", "k\(round)-0", "--yes")
      try bench.keystile("key", "set", "k\(round)-1", "--name", "renamed")
    }
  }
}
