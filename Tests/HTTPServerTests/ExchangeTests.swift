import EventLoop
import Glibc
import HTTPServer
import TestSupport
import Testing

@Suite struct ExchangeTests {
  @Test func answersWithTheServersOwnFields() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    let response = try client.request(
      "GET", "/headers?a=%20b", headers: [("X-API-Key", " k1 "), ("x-OTHER", "v\t")])
    #expect(response.status == 200)
    #expect(response.header("date") == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(response.header("connection") == nil)
    #expect(response.header("x-static") == "fixed")
    #expect(response.header("x-key") == "k1")
    #expect(response.header("x-other") == "v")
    #expect(response.header("x-injected") == nil)
    #expect(response.header("x-repeated") == nil)
    #expect(response.text == "Host=localhost\nX-API-Key=k1\nx-OTHER=v\n")
    #expect(response.header("content-length") == "\(response.body.count)")
    #expect(harness.log.all == ["GET /headers?a=%20b"])
  }

  @Test func repeatedKnownHeaderIsReported() throws {
    let client = try ServerHarness.shared.connect()
    let headers = [("X-API-Key", "first"), ("x-api-key", "second")]
    let response = try client.request("GET", "/headers", headers: headers)
    #expect(response.header("x-key") == "first")
    #expect(response.header("x-repeated") == "yes")
  }

  @Test func absoluteTargetIsCutToItsPath() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send("GET HTTP://Local.Host:80/a/../b?c HTTP/1.1\r\nHost: local.host:80\r\n\r\n")
    #expect(try client.readResponse().status == 200)
    #expect(harness.log.all == ["GET /a/../b?c"])
  }

  @Test func dateFollowsTheClock() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    _ = try client.request("GET", "/a")
    harness.advance(by: .milliseconds(999))
    #expect(
      try client.request("GET", "/a").header("date") == "Sun, 06 Nov 1994 08:49:37 GMT")
    harness.advance(by: .milliseconds(1))
    #expect(
      try client.request("GET", "/a").header("date") == "Sun, 06 Nov 1994 08:49:38 GMT")
  }

  @Test func keepAliveFollowsVersionAndConnection() throws {
    let harness = try ServerHarness()
    for (request, connection) in [
      ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", nil),
      ("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "close"),
      ("GET / HTTP/1.0\r\n\r\n", "close"),
      ("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "keep-alive"),
    ] {
      let client = try harness.connect()
      try client.send(request)
      let response = try client.readResponse()
      #expect(response.header("connection") == connection)
      if connection == "close" {
        #expect(try client.isClosedByServer())
      } else {
        #expect(try client.request("GET", "/again").status == 200)
      }
    }
  }

  @Test func headHasTheLengthButNoBody() throws {
    let client = try ServerHarness.shared.connect()
    for target in ["/status/200", "/stream/7", "/stream/chunked/7"] {
      let response = try client.request("HEAD", target)
      #expect(response.status == 200 && response.body.isEmpty)
      if target == "/stream/7" { #expect(response.header("content-length") == "7") }
      if target == "/status/200" { #expect(response.header("content-length") == "4") }
    }
    #expect(try client.request("GET", "/status/200").text == "body")
  }

  @Test(arguments: [204, 304]) func statusWithoutBodyHasNone(status: Int) throws {
    let client = try ServerHarness.shared.connect()
    let response = try client.request("GET", "/status/\(status)")
    #expect(response.status == status)
    #expect(response.header("content-length") == nil)
    #expect(try client.request("GET", "/status/200").text == "body")
  }

  @Test func bodiesArriveWhole() throws {
    let client = try ServerHarness.shared.connect()
    for count in [1, 100, 32_768, 100_000, 1_000_000] {
      let body = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let response = try client.request("POST", "/collect", body: body)
      #expect(response.header("x-body-bytes") == "\(count)")
      #expect(response.body == body)
    }
  }

  @Test func chunkedBodyIsDecoded() throws {
    let client = try ServerHarness.shared.connect()
    try client.send(
      "POST /collect HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n"
        + "5;x=\"y\"\r\nhello\r\n00A\r\n 0123\r\n\r\n4\r\n0\r\nT: v\r\n\r\n")
    let response = try client.readResponse()
    #expect(response.text == "hello 0123\r\n\r\n4")
  }

  @Test func pipelinedRequestsAreAnsweredInOrder() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    var requests = ""
    for index in 0..<200 {
      requests += "POST /p\(index) HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n"
      requests += String(1_000 + index)
    }
    try client.send(requests)
    for index in 0..<200 { #expect(try client.readResponse().text == String(1_000 + index)) }
    #expect(harness.log.all.count == 200)
  }

  @Test func pipelinedRequestWaitsForALateAnswer() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send(
      "GET /later HTTP/1.1\r\nHost: a\r\n\r\nGET /next HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(harness.log.wait(for: "ended /later"))
    harness.sync()
    #expect(!harness.log.all.contains("GET /next"))
    #expect(harness.onLoop { $0.handler.answerWaiting("late") })
    #expect(try client.readResponse().text == "late")
    #expect(try client.readResponse().status == 200)
    #expect(harness.log.all.contains("GET /next"))
  }

  @Test func requestsSplitAtEveryByteAreTheSame() throws {
    let text =
      "POST /collect HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "3;e\r\nabc\r\n2\r\nde\r\n0\r\nT: v\r\n\r\n"
      + "POST /collect HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nxyz"
    let bytes = Array(text.utf8)
    let client = try ServerHarness.shared.connect()
    for split in 1..<bytes.count {
      try client.send(Array(bytes[..<split]))
      ServerHarness.shared.sync()
      try client.send(Array(bytes[split...]))
      #expect(try client.readResponse().text == "abcde", "split at \(split)")
      #expect(try client.readResponse().text == "xyz", "split at \(split)")
    }
  }

  @Test func pipelineOfMoreThanABufferIsAnswered() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    let padding = String(repeating: "p", count: 9_000)
    for _ in 0..<5 {
      try client.send("GET /later HTTP/1.1\r\nHost: a\r\nX-Other: \(padding)\r\n\r\n")
    }
    client.endSending()
    for index in 1...5 {
      while !harness.onLoop({ $0.handler.answerWaiting("\(index)") }) {}
      #expect(try client.readResponse().text == "\(index)")
    }
    #expect(try client.isClosedByServer())
  }

  @Test func answerAfterTheEndOfAnExchangeIsIgnored() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(harness.log.wait(for: "ended /later"))
    let answers = harness.onLoop { inside in
      let exchange = inside.handler.waiting.removeFirst()
      return [
        exchange.begin(status: 99), exchange.begin(status: 200), exchange.begin(status: 200),
        exchange.finish(), exchange.finish(), exchange.begin(status: 200),
        exchange.header("A", "b"), exchange.finishStream(), exchange.isOpen,
      ]
    }
    #expect(answers == [false, true, false, true, false, false, false, false, false])
    #expect(try client.readResponse().status == 200)
    #expect(try client.request("GET", "/x").status == 200)
  }

  @Test func servesIPv6AndManyConnections() throws {
    let harness = try ServerHarness(address: "::1")
    var clients: [RawHTTPClient] = []
    for _ in 0..<300 { clients.append(try RawHTTPClient(port: harness.port, address: "::1")) }
    for client in clients {
      try client.send("GET /many HTTP/1.1\r\nHost: [::1]:\(harness.port)\r\n\r\n")
    }
    for client in clients { #expect(try client.readResponse().status == 200) }
    #expect(harness.statistics.openConnections == 300)
    #expect(harness.statistics.requests == 300)
    clients = []
    while harness.statistics.openConnections > 0 {}
  }

  @Test func portIsSharedByThoseWhoAskForIt() throws {
    let loop = try EventLoop()
    let handler = ScriptedHandler(log: EventLog())
    let servers = (0..<2).map { _ in HTTPServer(loop: loop, handler: handler) }
    let port = try servers[0].listen(sharesPort: true)
    #expect(try servers[1].listen(port: port, sharesPort: true) == port)
    let clients = try (0..<200).map { _ in try RawHTTPClient(port: port) }
    while servers.reduce(0, { $0 + $1.statistics.openConnections }) < clients.count {
      try loop.runOnce(timeout: .seconds(5))
    }
    #expect(servers.allSatisfy { $0.statistics.openConnections > 0 })
  }

  @Test func listeningReportsWhatIsWrong() throws {
    let harness = try ServerHarness()
    let port = harness.port
    let errors = harness.onLoop { inside in
      [("127.0.0.1", port), ("localhost", 0)].map { address, port -> Int32 in
        do throws(HTTPServerError) {
          try inside.server.listen(address: address, port: port)
          return 0
        } catch {
          return error.errno
        }
      }
    }
    #expect(errors == [EADDRINUSE, EINVAL])
  }
}

extension ServerHarness {
  /// A server with default limits for tests that leave no trace in it.
  static let shared: ServerHarness = {
    do { return try ServerHarness() } catch { preconditionFailure("no server: \(error)") }
  }()
}
