import TestSupport
import Testing

/// API Gateway's tutorial on API keys, by key presses and requests.
@Suite("The tutorial by the console")
struct TutorialByKeysTests {
  private let bench: Workbench
  private let gateway: ServedGateway
  private let terminal: PseudoTerminal
  private let secret = "the-value-typed-into-the-form"

  init() throws {
    bench = try Workbench()
    gateway = try bench.serve()
    terminal = try bench.console()
    try terminal.wait(forText: "First steps: 0 of 8 done")
  }

  @Test("From an empty workspace to a key that opens a stage up to its quota")
  func tutorial() throws {
    try makeApi()
    try deployToNewStage()
    try makeKey()
    try makePlan()
    try attach()
    try requireKey()
    try deployAgain()

    let api = try bench.keystile("--quiet", "api", "list").split(separator: "\n").first
    let path = "/\(try #require(api))/prod/pets"
    let client = try gateway.connect()
    #expect(try client.get(path).status == 403)
    let notYet = try ask(client, path, until: 200)
    for _ in 0..<2 { #expect(try client.get(path, key: secret).status == 200) }
    let fast = try client.get(path, key: secret)
    #expect(fast.status == 429 && fast.text.contains("Too Many Requests"), "\(fast)")
    try raiseLimits()
    // The bucket that was empty fills at the new rate, so each of the two may be early.
    let tooFast = try ask(client, path, until: 200) + ask(client, path, until: 200)
    let over = try client.get(path, key: secret)
    #expect(over.status == 429 && over.text.contains("Limit Exceeded"), "\(over)")

    try terminal.press("1")
    try terminal.wait(for: "the requests that were sent") { screen in
      screen.lines.contains { $0.contains("served") && $0.contains(" 5 today") }
        && screen.shows("\(1 + tooFast) throttled  \(1 + notYet) otherwise")
    }
    try terminal.press("Q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.screen.leftovers == [] && terminal.isCooked)
    #expect(try bench.run(["doctor"]).exit == .code(0))
  }

  private func makeApi() throws {
    try open("3 n", "New API")
    terminal.send("shop")
    try save("created API shop")
    try open("n", "New method")
    try terminal.press("Tab")
    terminal.send("pets")
    try terminal.press("Tab Tab Space")
    try save("created GET /pets, not yet deployed")
  }

  /// As the tutorial does: the method is there, and is then told to require a key.
  private func requireKey() throws {
    try open("3 K", "GET /pets requires a key, not yet deployed")
  }

  private func deployToNewStage() throws {
    try open("4 n", "To ")
    try terminal.press("Tab")
    terminal.send("prod")
    try deploy()
  }

  private func deployAgain() throws {
    try open("4 d", "GET /pets now wants a key")
    try deploy()
  }

  private func deploy() throws {
    try open("^S", "type prod to confirm")
    terminal.send("prod")
    try open("Enter", "Watch shop/prod")
    try close("Watch shop/prod")
  }

  private func makeKey() throws {
    try open("1 n", "New API key")
    terminal.send("web")
    try terminal.press("Tab Tab Tab")
    terminal.send(secret)
    #expect(!terminal.screen.shows(secret))
    try save(secret)
    try close(secret)
  }

  private func makePlan() throws {
    try open("2 n", "New usage plan")
    terminal.send("standard")
    try terminal.press("Tab Tab Tab")
    terminal.send("0.001")
    try terminal.press("Tab")
    terminal.send("3")
    try terminal.press("Tab")
    terminal.send("5")
    try terminal.press("Tab Tab Tab Space")
    try terminal.wait(forText: "+ Stages  shop/prod")
    try save("created plan standard")
  }

  private func attach() throws {
    try open("1 p", "[ ] standard")
    try open("Space", "[✓] standard")
    try terminal.press("^S")
    try terminal.wait(untilGone: "[✓] standard")
  }

  private func raiseLimits() throws {
    try open("2 e", "Plan standard")
    try terminal.press("Tab Tab Tab ^U")
    terminal.send("1000")
    try terminal.press("Tab ^U")
    terminal.send("500")
    try save("changed plan standard")
  }

  /// Sends the key until the answer is `status`; gives how many answers before were others.
  private func ask(_ client: RawHTTPClient, _ path: String, until status: Int) throws -> Int {
    let deadline = ContinuousClock.now + .seconds(10)
    var others = 0
    while try client.get(path, key: secret).status != status {
      others += 1
      try #require(ContinuousClock.now < deadline, "\(status) wanted, still not there")
    }
    return others
  }

  // MARK: Steps

  private func open(_ keys: String, _ text: String) throws {
    try terminal.press(keys)
    try terminal.wait(forText: text)
  }

  private func save(_ text: String) throws { try open("^S", text) }

  /// Waits, since an escape that a key follows at once would be that key with Alt.
  private func close(_ text: String) throws {
    try terminal.press("Esc")
    try terminal.wait(untilGone: text)
  }
}
