import TestSupport
import Testing

/// API Gateway's tutorial on API keys, by command line and requests.
@Suite("The tutorial by the command line")
struct TutorialTests {
  @Test("A key opens the stage its plan opens, at the plan's rate, up to its quota")
  func tutorial() throws {
    let shop = try Shop(Workbench(), rate: "0.001", burst: "3", quota: "100/DAY")
    let gateway = try shop.bench.serve()
    let client = try gateway.connect()

    let refused = try client.get(shop.path)
    #expect(refused.status == 403 && refused.text == #"{"message":"Forbidden"}"#, "\(refused)")
    #expect(try client.get(shop.path, key: "no-such-key-at-all-00").status == 403)

    for _ in 0..<3 {
      let answer = try client.get(shop.path, key: shop.secret)
      #expect(answer.status == 200 && answer.text == #"["Rex"]"#, "\(answer)")
    }
    let throttled = try client.get(shop.path, key: shop.secret)
    #expect(throttled.status == 429, "\(throttled)")
    #expect(throttled.text == #"{"message":"Too Many Requests"}"#, "\(throttled)")

    let usage = try shop.usage()
    #expect(usage.used == 3 && usage.remaining == 97, "\(usage)")
    #expect(try shop.counters() == [3, 1, 0, 0])
    try gateway.stop()
  }

  @Test("Past the quota the answer is another one, and a grant lets requests pass again")
  func quota() throws {
    let shop = try Shop(Workbench(), quota: "5/DAY")
    let gateway = try shop.bench.serve()
    let client = try gateway.connect()

    let statuses = try (0..<8).map { _ in try client.get(shop.path, key: shop.secret).status }
    #expect(statuses == [200, 200, 200, 200, 200, 429, 429, 429])
    let exceeded = try client.get(shop.path, key: shop.secret)
    #expect(exceeded.text == #"{"message":"Limit Exceeded"}"#, "\(exceeded)")
    #expect(try shop.counters() == [5, 0, 4, 0])

    try shop.bench.keystile("usage", "grant", "standard", "web", "2")
    try gateway.wait(forStatus: 200, of: shop.path, key: shop.secret)
    #expect(try client.get(shop.path, key: shop.secret).status == 200)
    #expect(try client.get(shop.path, key: shop.secret).status == 429)
  }

  @Test("What a running gateway counted is there after it has stopped and for the next one")
  func restart() throws {
    let shop = try Shop(Workbench(), quota: "5/DAY")
    let first = try shop.bench.serve()
    for _ in 0..<3 { #expect(try first.get(shop.path, key: shop.secret).status == 200) }
    try first.stop()
    #expect(try shop.usage().remaining == 2)
    let second = try shop.bench.serve()
    let statuses = try (0..<3).map { _ in try second.get(shop.path, key: shop.secret).status }
    #expect(statuses == [200, 200, 429])
  }
}
