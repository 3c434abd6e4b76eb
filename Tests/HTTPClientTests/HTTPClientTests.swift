import EventLoop
import HTTPClient
import Synchronization
import TestSupport
import Testing

@Suite struct HTTPClientTests {
  private let loop: EventLoop
  private let client: HTTPClient

  init() throws {
    loop = try EventLoop()
    client = try HTTPClient(loop: loop)
  }

  @Test func sendsWhatItIsGivenAndNothingElse() throws {
    let seen = Mutex([UInt8]())
    let server = try ScriptedServer { request in
      seen.withLock { $0 = request }
      return (answer("hello", fields: "X-Two: a\r\nx-two:  b \r\n"), .close)
    }
    let recorder = try run(
      HTTPClientRequest(
        method: "GET", url: url(server, "/a/../b?x=%2F"),
        headers: [("x-one", "1"), ("Empty", "")]))
    #expect(recorder.error == nil)
    #expect(recorder.head?.status == 200)
    #expect(recorder.head?.value(of: "X-TWO") == "a")
    #expect(recorder.head?.fields.count == 3)
    #expect(String(decoding: recorder.body, as: UTF8.self) == "hello")
    let lines = String(decoding: seen.withLock { $0 }, as: UTF8.self).split(separator: "\r\n")
    #expect(
      lines.map(String.init) == [
        "GET /a/../b?x=%2F HTTP/1.1", "Host: 127.0.0.1:\(server.port)", "x-one: 1", "Empty:",
      ])
  }

  @Test func reusesAConnection() throws {
    let server = try ScriptedServer { _ in (answer("ok"), .keepOpen) }
    for _ in 0..<50 {
      let recorder = try run(HTTPClientRequest(method: "GET", url: url(server, "/")))
      #expect(recorder.error == nil)
    }
    #expect(server.connectionCount == 1)
  }

  @Test(arguments: [HTTPClientRequest.Body.length(3_000_000), .chunked])
  func streamsABodyUpWithBackPressure(body: HTTPClientRequest.Body) throws {
    let server = try ScriptedServer { request in (answer("\(request.count)"), .close) }
    let total = 3_000_000
    let piece = [UInt8](repeating: 0x61, count: 50_000)
    var given = 0
    let recorder = Recorder()
    func give(_ transfer: HTTPTransfer) {
      while given < total {
        given += piece.count
        let more = piece.withUnsafeBytes { transfer.send($0) }
        #expect(transfer.pendingBodyBytes < client.limits.pendingBodyBytes + piece.count)
        if given == total { return transfer.finishBody() }
        if !more { return }
      }
    }
    recorder.onDrain = give
    let transfer = try client.start(
      HTTPClientRequest(method: "POST", url: url(server, "/up"), body: body), receiver: recorder)
    give(transfer)
    try loopUntil { recorder.isFinished }
    #expect(recorder.error == nil)
    #expect(given == total)
    #expect(recorder.drains > 5)
    #expect((Int(String(decoding: recorder.body, as: UTF8.self)) ?? 0) > total)
  }

  @Test func givesAnUnreadPieceAgain() throws {
    let text = String(repeating: "0123456789", count: 100_000)
    let server = try ScriptedServer { _ in (answer(text), .close) }
    let recorder = Recorder()
    var refused = 0
    recorder.takes = { recorder in
      guard recorder.pieces % 3 == 0 else { return true }
      refused += 1
      return false
    }
    let transfer = try client.start(
      HTTPClientRequest(method: "GET", url: url(server, "/")), receiver: recorder)
    try loopUntil {
      transfer.resume()
      return recorder.isFinished
    }
    #expect(recorder.error == nil)
    #expect(refused > 3)
    #expect(String(decoding: recorder.body, as: UTF8.self) == text)
  }

  @Test func answersToHeadHaveNoBody() throws {
    let server = try ScriptedServer { _ in
      (Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n".utf8), .keepOpen)
    }
    let recorder = try run(HTTPClientRequest(method: "HEAD", url: url(server, "/")))
    #expect(recorder.error == nil)
    #expect(recorder.head?.value(of: "content-length") == "5")
    #expect(recorder.body.isEmpty)
  }

  /// The library's handles go from request to request, and with them what was set for the last one.
  @Test func carriesNothingFromOneRequestToTheNext() throws {
    let seen = Mutex([String]())
    let server = try ScriptedServer { request in
      let text = String(decoding: request, as: UTF8.self)
      seen.withLock { $0.append(text.lowercased()) }
      return (answer(text.hasPrefix("HEAD") ? "" : "ok"), .keepOpen)
    }
    let requests: [(method: String, body: HTTPClientRequest.Body)] = [
      ("HEAD", .none), ("POST", .length(3)), ("GET", .none), ("PUT", .chunked), ("HEAD", .none),
      ("PUT", .length(3)), ("DELETE", .none),
    ]
    for (method, body) in requests {
      let recorder = Recorder()
      let transfer = try client.start(
        HTTPClientRequest(method: method, url: url(server, "/"), body: body), receiver: recorder)
      if body != .none {
        _ = Array("abc".utf8).withUnsafeBytes { transfer.send($0) }
        transfer.finishBody()
      }
      try loopUntil { recorder.isFinished }
      #expect(recorder.error == nil, "\(method)")
      #expect(String(decoding: recorder.body, as: UTF8.self) == (method == "HEAD" ? "" : "ok"))
    }
    let sent = seen.withLock { $0 }
    try #require(sent.count == requests.count)
    for ((method, body), text) in zip(requests, sent) {
      #expect(text.hasPrefix("\(method.lowercased()) / "))
      #expect(text.contains("content-length: 3") == (body == .length(3)), "\(text)")
      #expect(text.contains("transfer-encoding: chunked") == (body == .chunked), "\(text)")
      #expect(text.contains("abc") == (body != .none), "\(text)")
    }
  }

  @Test func passesOverInterimAnswersAndDoesNotFollowRedirects() throws {
    let server = try ScriptedServer { _ in
      let text =
        "HTTP/1.1 103 Early\r\nA: b\r\n\r\nHTTP/1.1 302 Found\r\n"
        + "Location: /else\r\nContent-Length: 0\r\n\r\n"
      return (Array(text.utf8), .keepOpen)
    }
    let recorder = try run(HTTPClientRequest(method: "GET", url: url(server, "/")))
    #expect(recorder.head?.status == 302)
    #expect(recorder.head?.value(of: "a") == nil)
    #expect(recorder.head?.value(of: "location") == "/else")
  }

  @Test func saysWhatWentWrong() throws {
    let closed = try ScriptedServer { _ in ([], .close) }
    #expect(
      try run(HTTPClientRequest(method: "GET", url: url(closed, "/"))).error?.code == .connection)
    let odd = try ScriptedServer { _ in (Array("SSH-2.0-x\r\n".utf8), .close) }
    let error = try run(HTTPClientRequest(method: "GET", url: url(odd, "/"))).error
    #expect(error?.code == .invalidResponse)
    let large = try ScriptedServer { _ in
      (answer("", fields: "Long: \(String(repeating: "x", count: 80_000))\r\n"), .close)
    }
    let tooLarge = try run(HTTPClientRequest(method: "GET", url: url(large, "/"))).error
    #expect(tooLarge?.code == .invalidResponse)
    let nobody = try run(HTTPClientRequest(method: "GET", url: "http://127.0.0.1:1/")).error
    #expect(nobody?.code == .connection)
  }

  @Test func goesOnAfterANameThatIsNotFound() throws {
    let server = try ScriptedServer { _ in (answer("ok"), .keepOpen) }
    for _ in 0..<2 {
      let lost = try run(HTTPClientRequest(method: "GET", url: "http://no-such-host.invalid/"))
      #expect(lost.error?.code == .unknownHost)
      let found = try run(HTTPClientRequest(method: "GET", url: url(server, "/")))
      #expect(found.error == nil)
      #expect(found.head?.status == 200)
    }
  }

  @Test func waitsForAnAnswerAsLongAsItWasTold() throws {
    let release = Mutex(false)
    let server = try ScriptedServer { _ in
      while !release.withLock({ $0 }) {}
      return (answer("late"), .close)
    }
    let recorder = try run(
      HTTPClientRequest(method: "GET", url: url(server, "/"), timeout: .milliseconds(50)))
    release.withLock { $0 = true }
    #expect(recorder.error?.code == .timeout)
    #expect(client.transferCount == 0)
  }

  @Test func endsAnAnswerThatStandsStillInItsBody() throws {
    let server = try ScriptedServer { _ in
      (Array("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello".utf8), .keepOpen)
    }
    var limits = HTTPClientLimits()
    limits.bodyStallTimeout = .milliseconds(40)
    let client = try HTTPClient(loop: loop, limits: limits)
    let recorder = Recorder()
    _ = try client.start(
      HTTPClientRequest(method: "GET", url: url(server, "/")), receiver: recorder)
    try loopUntil { recorder.isFinished }
    #expect(recorder.error?.code == .timeout)
    #expect(recorder.body.count == 5)
  }

  @Test func waitsAsLongAsItsReceiverPauses() throws {
    let server = try ScriptedServer { _ in (answer("hello"), .keepOpen) }
    var limits = HTTPClientLimits()
    limits.bodyStallTimeout = .milliseconds(20)
    let client = try HTTPClient(loop: loop, limits: limits)
    let recorder = Recorder()
    recorder.takes = { $0.pieces > 1 }
    let transfer = try client.start(
      HTTPClientRequest(method: "GET", url: url(server, "/")), receiver: recorder)
    try loopUntil { recorder.pieces == 1 }
    var isLater = false
    let timer = loop.schedule(after: .milliseconds(80)) { isLater = true }
    try withExtendedLifetime(timer) { try loopUntil { isLater } }
    #expect(!recorder.isFinished)
    transfer.resume()
    try loopUntil { recorder.isFinished }
    #expect(recorder.error == nil)
    #expect(recorder.body.count == 5)
  }

  @Test func passesValuesOfAnyBytes() throws {
    let seen = Mutex([UInt8]())
    let server = try ScriptedServer { request in
      seen.withLock { $0 = request }
      return (answer("ok"), .close)
    }
    let value: [UInt8] = [0xFF, 0x20, 0xC3, 0x28, 0x09, 0x80]
    let request = HTTPClientRequest(
      method: "GET", url: url(server, "/"), fields: [HTTPClientField("X-Raw", bytes: value)])
    #expect(try run(request).error == nil)
    let line = Array("\r\nX-Raw: ".utf8) + value + Array("\r\n".utf8)
    #expect(seen.withLock { $0.firstRange(of: line) } != nil)
  }

  @Test func cancels() throws {
    let server = try ScriptedServer { _ in (answer("x"), .keepOpen) }
    let recorder = Recorder()
    let transfer = try client.start(
      HTTPClientRequest(method: "GET", url: url(server, "/")), receiver: recorder)
    transfer.cancel()
    try loopUntil { recorder.isFinished }
    #expect(recorder.error?.code == .cancelled)
    #expect(recorder.head == nil)
  }

  @Test(arguments: [
    HTTPClientRequest(method: "GET", url: "file:///etc/passwd"),
    HTTPClientRequest(method: "GET", url: "http://h/a b"),
    HTTPClientRequest(method: "GET\r\n", url: "http://h/"),
    HTTPClientRequest(method: "GET", url: "http://h/", headers: [("a", "b\r\nc: d")]),
    HTTPClientRequest(method: "GET", url: "http://h/", headers: [("a b", "c")]),
    HTTPClientRequest(method: "HEAD", url: "http://h/", body: .length(5)),
  ])
  func refusesWhatCannotBeSent(request: HTTPClientRequest) throws {
    do {
      _ = try client.start(request, receiver: Recorder())
      Issue.record("was sent")
    } catch {
      #expect(error.code == .invalidRequest)
    }
  }

  private func run(_ request: HTTPClientRequest) throws -> Recorder {
    let recorder = Recorder()
    _ = try client.start(request, receiver: recorder)
    try loopUntil { recorder.isFinished }
    return recorder
  }

  private func loopUntil(_ condition: () -> Bool) throws {
    let start = loop.clock.monotonicNanoseconds()
    while !condition() {
      try loop.runOnce(timeout: .milliseconds(100))
      try #require(loop.clock.monotonicNanoseconds() - start < 20_000_000_000, "nothing came")
    }
  }

  private func url(_ server: ScriptedServer, _ path: String) -> String {
    "http://127.0.0.1:\(server.port)\(path)"
  }
}

private func answer(_ body: String, fields: String = "") -> [UInt8] {
  Array("HTTP/1.1 200 OK\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
}
