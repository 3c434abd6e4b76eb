import HTTPServer
import TestSupport
import Testing

@Suite struct StreamingTests {
  private func content(_ count: Int) -> [UInt8] {
    var content: [UInt8] = []
    while content.count < count {
      content += ScriptedHandler.piece[..<min(count - content.count, ScriptedHandler.piece.count)]
    }
    return content
  }

  @Test func streamWithKnownLengthAndInChunks() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    let whole = try client.request("GET", "/stream/50000")
    #expect(whole.header("content-length") == "50000")
    #expect(whole.header("transfer-encoding") == nil)
    #expect(whole.body == content(50_000))
    let chunked = try client.request("GET", "/stream/chunked/50000")
    #expect(chunked.header("content-length") == nil)
    #expect(chunked.body == whole.body)
    #expect(try client.request("GET", "/stream/chunked/0").body.isEmpty)
  }

  @Test func streamToOldClientEndsWithTheConnection() throws {
    let client = try ServerHarness.shared.connect()
    try client.send("GET /stream/chunked/50000 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
    let response = try client.readResponse()
    #expect(response.header("connection") == "close")
    #expect(response.header("transfer-encoding") == nil)
    #expect(response.body.count == 50_000)
  }

  /// The reader takes nothing until the server has been told to wait, and then everything.
  @Test func slowReaderHoldsTheHandlerBack() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    let count = 20_000_000
    try client.send("GET /stream/\(count) HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(harness.log.wait(for: "GET /stream/\(count)"))
    harness.sync()
    #expect(!harness.log.all.contains("written /stream/\(count)"))
    let response = try client.readResponse()
    #expect(response.body == content(count))
    #expect(harness.log.all.contains("drained /stream/\(count)"))
    #expect(try client.request("GET", "/after").status == 200)
  }

  @Test func echoStreamsBothWays() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
    try client.send("3\r\nabc\r\n")
    // The first piece comes back before the request has ended.
    var seen = ""
    while !seen.contains("abc") { seen += String(decoding: try client.readSome(), as: UTF8.self) }
    try client.send("2\r\nde\r\n0\r\n\r\n")
    while !seen.hasSuffix("0\r\n\r\n") {
      seen += String(decoding: try client.readSome(), as: UTF8.self)
    }
    #expect(seen.hasSuffix("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"))
    #expect(try client.request("GET", "/after").status == 200)
  }

  /// The client sends and does not read: the server must stop reading before it holds everything.
  @Test func echoToAReaderThatWaitsHoldsTheSenderBack() throws {
    let harness = try ServerHarness()
    let client = try RawHTTPClient(port: harness.port, timeoutMilliseconds: 300)
    try client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000\r\n\r\n")
    let piece = [UInt8](repeating: 0x61, count: 100_000)
    var sent = 0
    while sent < 100, (try? client.send(piece)) != nil { sent += 1 }
    #expect(sent < 100, "all of the body was taken although none of the answer was")
  }

  @Test func pausedBodyWaitsAndThenComesWhole() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send("POST /hold HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n01234")
    #expect(harness.log.wait(for: "POST /hold"))
    try client.send("56789")
    harness.sync()
    #expect(!harness.log.all.contains("ended /hold"))
    harness.onLoop { $0.handler.waiting[0].resumeBody() }
    #expect(harness.log.wait(for: "ended /hold"))
    let body = harness.onLoop { inside in
      (inside.handler.waiting[0].attachment as? ScriptedHandler.State)?.body ?? []
    }
    #expect(body == Array("0123456789".utf8))
    #expect(harness.onLoop { $0.handler.answerWaiting("done") })
    #expect(try client.readResponse().text == "done")
  }

  @Test func continueIsSentOnlyWhenTheBodyIsWanted() throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    let head = "HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n"
    try client.send("POST /collect \(head)")
    #expect(try client.readAnyResponse().status == 100)
    try client.send("hello")
    #expect(try client.readAnyResponse().text == "hello")

    // The body is there already.
    try client.send("POST /collect \(head)hello")
    #expect(try client.readAnyResponse().status == 200)

    // Held back by the handler.
    try client.send("POST /hold \(head)")
    #expect(harness.log.wait(for: "POST /hold"))
    harness.onLoop { $0.handler.waiting[0].resumeBody() }
    #expect(try client.readAnyResponse().status == 100)
    try client.send("hello")
    #expect(harness.log.wait(for: "ended /hold"))
    #expect(harness.onLoop { $0.handler.answerWaiting("done") })
    #expect(try client.readResponse().text == "done")

    // Answered without: whether the body still comes is not sure, so the connection ends.
    try client.send("POST /early \(head)")
    let response = try client.readAnyResponse()
    #expect(response.status == 403)
    #expect(response.header("connection") == "close")
    #expect(try client.isClosedByServer())
  }

  @Test func earlyAnswerKeepsTheConnectionIfLittleIsLeft() throws {
    let client = try ServerHarness.shared.connect()
    let body = [UInt8](repeating: 0x61, count: 60_000)
    for _ in 0..<3 {
      #expect(try client.request("POST", "/early", body: body).status == 403)
    }
    #expect(try client.request("POST", "/collect", body: body).body == body)
  }

  @Test func earlyAnswerReachesAClientThatStillSends() throws {
    let client = try ServerHarness.shared.connect()
    let body = [UInt8](repeating: 0x61, count: 9_000_000)
    let response = try client.request("POST", "/early", body: body)
    #expect(response.status == 403)
    #expect(response.header("connection") == "close")
    #expect(try client.isClosedByServer())
  }

  @Test func handlerThatIgnoresTheHighWaterMarkIsCutOff() throws {
    var limits = HTTPServerLimits()
    limits.outputBufferBytes = 1_048_576
    let harness = try ServerHarness(limits: limits)
    let client = try harness.connect()
    try client.send("GET /overrun HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(harness.log.wait(for: "overrun ended open=false"))
    #expect(throws: RawHTTPClient.Failure.closed) { try client.readResponse() }
    #expect(harness.statistics.abortedExchanges == 1)
  }

  @Test func streamOfTheWrongLengthIsNotTakenForWhole() throws {
    let harness = try ServerHarness()
    for (announced, written) in [(10, 5), (5, 10)] {
      let client = try harness.connect()
      try client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n")
      while harness.onLoop({ $0.handler.waiting.isEmpty }) {}
      harness.onLoop { inside in
        let exchange = inside.handler.waiting.removeFirst()
        exchange.begin(status: 200)
        exchange.beginStream(length: announced)
        let piece = [UInt8](repeating: 0x78, count: written)
        _ = piece.withUnsafeBytes { exchange.write($0) }
        exchange.finishStream()
      }
      #expect(throws: RawHTTPClient.Failure.closed) { try client.readResponse() }
    }
    #expect(harness.statistics.abortedExchanges == 2)
  }
}
