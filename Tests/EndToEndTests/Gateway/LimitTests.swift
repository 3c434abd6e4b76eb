import TestSupport
import Testing

/// Limits under many connections at once.
@Suite("Limits under load")
struct LimitTests {
  @Test("Sixty-four connections get exactly the quota, not one request more")
  func quota() throws {
    let quota = 10_000
    let shop = try Shop(Workbench(), quota: "\(quota)/DAY")
    try shop.bench.keystile("plan", "set", "standard", "--no-throttle")
    let gateway = try shop.bench.serve()
    let clients = (0..<4).map { _ in
      Worker { [port = gateway.port, path = shop.path, secret = shop.secret] in
        Result {
          let client = try LoadClient(port: port, connections: 16, path: path, key: secret)
          // The account's own limit may throttle on a fast machine; those requests are not counted.
          try client.run { _ in client.quotaCount < 200 }
          return client.answers
        }
      }
    }
    let answers = try clients.flatMap { try $0.value().get() }
    let served = answers.count { $0.status == 200 }
    #expect(served == quota)
    let overQuota = answers.count { $0.isQuota }
    let usage = try shop.usage()
    #expect(usage.used == quota && usage.remaining == 0, "\(usage)")
    let throttled = answers.count - served - overQuota
    #expect(try shop.counters() == [quota, throttled, overQuota, 0])
  }

  @Test("A flood is let through as the token bucket says, to the request")
  func tokenBucket() throws {
    let (rate, burst) = (100.0, 200.0)
    let shop = try Shop(Workbench(), rate: "100", burst: "200")
    let gateway = try shop.bench.serve()
    let client = try LoadClient(
      port: gateway.port, connections: 8, path: shop.path, key: shop.secret)
    let end = LoadClient.now() + 10_000_000_000
    try client.run { _ in LoadClient.now() < end }

    let answers = client.answers
    let admitted = answers.filter { $0.status == 200 }
    let refused = answers.filter { $0.status == 429 }
    #expect(admitted.count + refused.count == answers.count)
    // A decision is made between its request and its answer, and the bucket is full at the first one.
    let window = Self.seconds(
      try #require(answers.map(\.sent).min()), try #require(answers.map(\.received).max()))
    #expect(Double(admitted.count) <= burst + rate * window + 1)
    // At the first refusal the bucket is empty; from then on each token is taken once it is there,
    // unless the machine pauses for so long that the bucket overflows.
    let empty = try #require(refused.min { $0.received < $1.received }, "never throttled")
    let later = admitted.count { $0.received > empty.sent }
    let asked = Self.seconds(empty.received, try #require(answers.map(\.sent).max()))
    let overflows = Self.longestPause(answers) > (burst - 1) / rate
    #expect(Double(later) >= rate * asked - 1 || overflows)
    #expect(try shop.counters().prefix(2) == [admitted.count, refused.count])
  }

  private static func seconds(_ start: Int64, _ end: Int64) -> Double { Double(end - start) / 1e9 }

  /// The longest time without any answer, in seconds.
  private static func longestPause(_ answers: [LoadClient.Answer]) -> Double {
    let times = answers.map(\.received).sorted()
    return zip(times, times.dropFirst()).map { seconds($0, $1) }.max() ?? 0
  }
}
