import HTTPServer
import TestSupport
import Testing

@Suite struct LifetimeTests {
  private static let get = "GET /later HTTP/1.1\r\nHost: a\r\n\r\n"

  // MARK: Time-outs

  @Test func headMustBeCompleteInTimeHoweverItTrickles() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send("GET / HTTP/1.1\r\n")
    for _ in 0..<9 {
      harness.advance(by: .seconds(1))
      try client.send("A: b\r\n")
    }
    harness.sync()
    #expect(harness.statistics.refusals == 0)
    harness.advance(by: .seconds(1))
    let response = try client.readResponse()
    #expect(response.status == 408)
    #expect(try client.isClosedByServer())
  }

  @Test func bodyMustComeAtAMinimumRate() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send("POST /collect HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n")
    try client.send([UInt8](repeating: 0, count: 10_240))
    harness.advance(by: .seconds(10))
    #expect(harness.statistics.refusals == 0)
    try client.send([UInt8](repeating: 0, count: 10_239))
    harness.advance(by: .seconds(10))
    #expect(try client.readResponse().status == 408)
    #expect(harness.log.all.contains("aborted /collect"))
    #expect(try client.isClosedByServer())
  }

  @Test func pausedBodyHasNoMinimumRate() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send("POST /hold HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n")
    #expect(harness.log.wait(for: "POST /hold"))
    harness.advance(by: .seconds(60))
    harness.onLoop { $0.handler.waiting[0].resumeBody() }
    harness.advance(by: .seconds(9))
    try client.send("hello")
    #expect(harness.log.wait(for: "ended /hold"))
    #expect(harness.onLoop { $0.handler.answerWaiting("done") })
    #expect(try client.readResponse().text == "done")
  }

  @Test func idleConnectionIsClosedAndActivityStartsAnew() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    harness.advance(by: .seconds(309))
    #expect(try client.request("GET", "/a").status == 200)
    harness.advance(by: .seconds(309))
    #expect(harness.statistics.openConnections == 1)
    harness.advance(by: .seconds(1))
    #expect(try client.isClosedByServer())
    #expect(harness.statistics.timedOutConnections == 1)
  }

  @Test func pendingAnswerHasNoTimeOutOfTheServers() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send(Self.get)
    #expect(harness.log.wait(for: "ended /later"))
    harness.advance(by: .seconds(1_000))
    #expect(harness.onLoop { $0.handler.answerWaiting("late") })
    #expect(try client.readResponse().text == "late")
  }

  @Test func readerThatStandsStillIsCutOff() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send("GET /stream/30000000 HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(harness.log.wait(for: "GET /stream/30000000"))
    // What the kernel moves into its own buffers is progress, and ends.
    var looks = 0
    while harness.statistics.openConnections == 1, looks < 50 {
      harness.advance(by: .seconds(15))
      looks += 1
    }
    #expect((2...20).contains(looks))
    #expect(harness.log.all.last == "aborted /stream/30000000")
    #expect(harness.statistics.timedOutConnections == 1)
  }

  @Test func slowReaderIsNotCutOff() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    let count = 20_000_000
    try client.send("GET /stream/\(count) HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(harness.log.wait(for: "GET /stream/\(count)"))
    var taken = 0
    for _ in 0..<4 {
      let goal = taken + 2_000_000
      while taken < goal { taken += try client.readSome().count }
      harness.advance(by: .seconds(14))
    }
    #expect(harness.statistics.openConnections == 1)
    #expect(harness.statistics.timedOutConnections == 0)
  }

  @Test func lingeringEnds() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send("nonsense\r\n")
    #expect(try client.readResponse().status == 400)
    harness.sync()
    #expect(harness.statistics.openConnections == 1)
    harness.advance(by: .seconds(5))
    #expect(harness.statistics.openConnections == 0)
  }

  // MARK: Clients that go

  @Test func resetAbortsThePendingExchange() throws {
    let harness = try ServerHarness()
    for _ in 0..<50 {
      var client: RawHTTPClient? = try harness.connect()
      try client?.send(Self.get)
      while harness.onLoop({ $0.handler.waiting.isEmpty }) {}
      client?.resetOnClose()
      client = nil
      while harness.onLoop({ $0.server.statistics.openConnections }) > 0 {}
      #expect(!harness.onLoop { $0.handler.answerWaiting("late") })
    }
    #expect(harness.log.all.filter { $0 == "aborted /later" }.count == 50)
  }

  @Test func clientThatEndsItsSideIsReportedAndStillAnswered() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send(Self.get)
    client.endSending()
    #expect(harness.log.wait(for: "client closed"))
    #expect(harness.onLoop { $0.handler.answerWaiting("still here") })
    #expect(try client.readResponse().text == "still here")
    #expect(try client.isClosedByServer())
  }

  @Test func truncatedBodyAbortsTheExchange() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send("POST /collect HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello")
    client.endSending()
    #expect(harness.log.wait(for: "aborted /collect"))
    #expect(try client.isClosedByServer())
  }

  @Test func truncatedHeadIsNotAnswered() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send("GET / HTTP/1.1\r\nHost: a\r\n")
    client.endSending()
    #expect(try client.readToEnd().isEmpty)
  }

  // MARK: Bounds on connections

  @Test func connectionsOverTheLimitAreTurnedAway() throws {
    var limits = HTTPServerLimits()
    limits.connections = 2
    let harness = try ServerHarness(limits: limits)
    var clients = [try harness.connect(), try harness.connect()]
    for client in clients { #expect(try client.request("GET", "/a").status == 200) }
    let third = try harness.connect()
    let refused = try third.readResponse()
    #expect(refused.status == 503)
    #expect(refused.text == #"{"message":"Too many connections"}"#)
    #expect(try third.isClosedByServer())
    clients.removeFirst()
    while harness.statistics.openConnections > 1 {}
    #expect(try harness.connect().request("GET", "/a").status == 200)
  }

  @Test func connectionsOfOneAddressAreBounded() throws {
    var limits = HTTPServerLimits()
    limits.connectionsPerAddress = 1
    let harness = try ServerHarness(limits: limits)
    var client: RawHTTPClient? = try harness.connect()
    #expect(try client?.request("GET", "/a").status == 200)
    #expect(try harness.connect().readResponse().status == 503)
    client = nil
    while harness.statistics.openConnections > 0 {}
    #expect(try harness.connect().request("GET", "/a").status == 200)
  }

  // MARK: Stopping

  @Test func drainFinishesWhatIsInFlight() throws {
    let harness = try ServerHarness()
    let idle = try harness.connect()
    #expect(try idle.request("GET", "/a").status == 200)
    let busy = try harness.connect()
    try busy.send(Self.get)
    #expect(harness.log.wait(for: "ended /later"))
    let log = harness.log
    harness.onLoop { $0.server.drain(within: .seconds(30)) { log.note("drained") } }
    #expect(try idle.isClosedByServer())
    #expect(throws: RawHTTPClient.Failure.self) { try harness.connect().readResponse() }
    harness.sync()
    #expect(!log.all.contains("drained"))
    #expect(harness.onLoop { $0.handler.answerWaiting("finished") })
    let response = try busy.readResponse()
    #expect(response.text == "finished")
    #expect(response.header("connection") == "close")
    #expect(log.wait(for: "drained"))
  }

  @Test func drainEndsWithItsLimit() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send(Self.get)
    #expect(harness.log.wait(for: "ended /later"))
    let log = harness.log
    harness.onLoop { $0.server.drain(within: .seconds(30)) { log.note("drained") } }
    harness.advance(by: .seconds(30))
    #expect(log.wait(for: "drained"))
    #expect(log.all.contains("aborted /later"))
    #expect(try client.isClosedByServer())
  }

  @Test func drainOfAnIdleServerCompletes() throws {
    let harness = try ServerHarness()
    let log = harness.log
    harness.onLoop { $0.server.drain(within: .seconds(30)) { log.note("drained") } }
    #expect(log.wait(for: "drained"))
  }
}
