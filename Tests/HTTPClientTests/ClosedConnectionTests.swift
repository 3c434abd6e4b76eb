import EventLoop
import HTTPClient
import Synchronization
import TestSupport
import Testing

/// A server that closes a kept connection without a word once the next request is on it.
@Suite struct ClosedConnectionTests {
  private let loop: EventLoop
  private let client: HTTPClient
  private let bodies = Bodies()

  init() throws {
    loop = try EventLoop()
    client = try HTTPClient(loop: loop)
  }

  @Test(arguments: [
    ("PUT", HTTPClientRequest.Body.length(6)), ("PUT", .chunked), ("DELETE", .length(6)),
    ("GET", .none), ("DELETE", .none),
  ])
  func sendsAgainWhatMayComeTwice(method: String, body: HTTPClientRequest.Body) throws {
    let server = try closingServer()
    #expect(try send("GET", to: server).error == nil)
    let recorder = try send(method, body, pieces: ["abc", "def"], to: server)
    #expect(recorder.error == nil)
    #expect(recorder.head?.status == 200)
    #expect(server.connectionCount == 2)
    let sent = bodies.all.map(Self.letters)
    #expect(sent.suffix(2) == (body == .none ? ["", ""] : ["abcdef", "abcdef"]))
  }

  @Test(arguments: [
    ("POST", HTTPClientRequest.Body.length(6)), ("PATCH", .chunked), ("POST", .none),
  ])
  func neverSendsAgainWhatMayBeDoneTwice(method: String, body: HTTPClientRequest.Body) throws {
    let server = try closingServer()
    #expect(try send("GET", to: server).error == nil)
    let recorder = try send(method, body, pieces: ["abc", "def"], to: server)
    #expect(recorder.error?.code == .connection)
    #expect(recorder.head == nil)
    #expect(bodies.all.count == 2)
    #expect(try send("GET", to: server).error == nil)
    #expect(try send(method, body, pieces: ["abcdef"], to: server).error == nil)
  }

  @Test func doesNotKeepALongBodyForLater() throws {
    let server = try closingServer()
    #expect(try send("GET", to: server).error == nil)
    let piece = String(repeating: "x", count: client.limits.resendableBodyBytes)
    let long = HTTPClientRequest.Body.length(Int64(2 * piece.utf8.count))
    #expect(try send("PUT", long, pieces: [piece, piece], to: server).error?.code == .connection)
    #expect(bodies.all.count == 2)
  }

  /// Answers each request but the second, at which it closes.
  private func closingServer() throws -> ScriptedServer {
    try ScriptedServer { [bodies] request in
      let number = bodies.append(request)
      if number == 2 { return ([], .close) }
      return (Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8), .keepOpen)
    }
  }

  private func send(
    _ method: String, _ body: HTTPClientRequest.Body = .none, pieces: [String] = [],
    to server: ScriptedServer
  ) throws -> Recorder {
    let recorder = Recorder()
    let transfer = try client.start(
      HTTPClientRequest(method: method, url: "http://127.0.0.1:\(server.port)/", body: body),
      receiver: recorder)
    if body != .none {
      for piece in pieces {
        _ = Array(piece.utf8).withUnsafeBytes { transfer.send($0) }
        // The library takes what there is before there is more.
        try loop.runOnce(timeout: .zero)
      }
      transfer.finishBody()
    }
    let start = loop.clock.monotonicNanoseconds()
    while !recorder.isFinished {
      try loop.runOnce(timeout: .milliseconds(100))
      try #require(loop.clock.monotonicNanoseconds() - start < 20_000_000_000, "nothing came")
    }
    return recorder
  }

  /// The letters a request's body is made of, whatever frames them.
  private static func letters(_ request: [UInt8]) -> String {
    let text = String(decoding: request, as: UTF8.self)
    let body = text.split(separator: "\r\n\r\n", maxSplits: 1).dropFirst().first ?? ""
    return body.split(separator: "\r\n").filter { Int($0, radix: 16) == nil || $0.count > 1 }
      .joined()
  }
}

/// What a server was sent, in order.
private final class Bodies: Sendable {
  private let requests = Mutex([[UInt8]]())

  var all: [[UInt8]] { requests.withLock { $0 } }

  /// - Returns: How many there are now.
  func append(_ request: [UInt8]) -> Int {
    requests.withLock {
      $0.append(request)
      return $0.count
    }
  }
}
