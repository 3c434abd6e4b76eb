import DataPlane
import Enforcement
import Foundation
import GatewayModel
import HTTPClient
import Synchronization
import TestSupport
import Testing

/// What clients and backends do that they should not, and what a proxy must hand on as it is.
@Suite struct ProxyFaultTests {
  enum Leaving: String, CaseIterable {
    case endsItsSide, closes, resets
  }

  @Test(arguments: Leaving.allCases)
  func asksNoMoreForAClientThatWent(_ leaving: Leaving) throws {
    let asked = DispatchSemaphore(value: 0)
    let backend = try ScriptedServer { _ in
      asked.signal()
      return ([], .keepOpen)
    }
    let fixture = try GatewayFixture(methods: [
      ("/a", .proxy("GET", "http://127.0.0.1:\(backend.port)/"))
    ])
    let port = fixture.port
    let isClosed = Mutex(false)
    let isDone = { !fixture.recorder.entries.isEmpty && isClosed.withLock { $0 } }
    try fixture.withRunningLoop(until: isDone) {
      if let client = try? RawHTTPClient(port: port) {
        try? client.send("GET /api0000001/prod/a HTTP/1.1\r\nHost: x\r\n\r\n")
        asked.wait()
        switch leaving {
        case .endsItsSide:
          client.endSending()
          _ = try? client.readToEnd()
        case .closes: break
        case .resets: client.resetOnClose()
        }
      }
      isClosed.withLock { $0 = true }
    }
    #expect(fixture.recorder.entries.map(\.status) == [499])
    #expect(fixture.gateway.pendingBackendRequests == 0)
  }

  @Test func answersAClientThatEndedItsSideWhereNoBackendIsAsked() throws {
    let fixture = try GatewayFixture(methods: [("/a", .mock(body: "here"))])
    let port = fixture.port
    let text = Mutex<String?>(nil)
    try fixture.withRunningLoop(until: { text.withLock { $0 != nil } }) {
      let client = try? RawHTTPClient(port: port)
      try? client?.send("GET /api0000001/prod/a HTTP/1.1\r\nHost: x\r\n\r\n")
      client?.endSending()
      let read = (try? client?.readResponse().text) ?? "nothing"
      text.withLock { $0 = read }
    }
    #expect(text.withLock { $0 } == "here")
  }

  @Test func cutsOffAnAnswerThatStandsStill() throws {
    let backend = try ScriptedServer { _ in
      (Array("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello".utf8), .keepOpen)
    }
    var limits = HTTPClientLimits()
    limits.bodyStallTimeout = .milliseconds(40)
    let fixture = try GatewayFixture(
      methods: [("/a", .proxy("GET", "http://127.0.0.1:\(backend.port)/"))], clientLimits: limits)
    #expect(throws: RawHTTPClient.Failure.closed) { try fixture.get("/api0000001/prod/a") }
    #expect(fixture.recorder.entries.map(\.status) == [200])
  }

  @Test(arguments: ["HEAD", "GET"])
  func passesTheLengthOfAnAnswerToHead(backendVerb: String) throws {
    let backend = try ScriptedServer { request in
      let isHead = request.starts(with: "HEAD".utf8)
      let head = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"
      return (Array((head + (isHead ? "" : "hello")).utf8), .keepOpen)
    }
    let integration = Integration(
      type: .httpProxy, httpMethod: backendVerb, uri: "http://127.0.0.1:\(backend.port)/",
      timeoutInMillis: 5_000)
    let fixture = try GatewayFixture(methods: [
      ("/a", Method(httpMethod: "HEAD", methodIntegration: integration))
    ])
    let answer = try fixture.get("/api0000001/prod/a", verb: "HEAD")
    #expect(answer.status == 200)
    #expect(answer.header("content-length") == "5")
    #expect(answer.header("transfer-encoding") == nil)
  }

  @Test func dropsTheBodyOfAHead() throws {
    let seen = Mutex("")
    let backend = try ScriptedServer { request in
      seen.withLock { $0 = String(decoding: request, as: UTF8.self) }
      return (Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n".utf8), .keepOpen)
    }
    let fixture = try GatewayFixture(methods: [
      ("/a", .proxy("HEAD", "http://127.0.0.1:\(backend.port)/"))
    ])
    let answer = try fixture.send(
      "HEAD /api0000001/prod/a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc")
    #expect(answer.status == 200)
    let request = seen.withLock { $0 }
    #expect(request.hasPrefix("HEAD / HTTP/1.1\r\n"))
    #expect(request.hasSuffix("\r\n\r\n"))
    #expect(!request.lowercased().contains("content-length"))
    #expect(!request.lowercased().contains("transfer-encoding"))
  }

  /// A value in Latin-1 that is no UTF-8.
  private static let latin: [UInt8] = Array("caf".utf8) + [0xE9, 0x20, 0xFF]

  @Test func passesValuesOfAnyBytesBothWays() throws {
    let line = Array("X-Raw: ".utf8) + Self.latin + Array("\r\n".utf8)
    let seen = Mutex([UInt8]())
    let backend = try ScriptedServer { request in
      seen.withLock { $0 = request }
      return (
        Array("HTTP/1.1 200 OK\r\n".utf8) + line + Array("Content-Length: 0\r\n\r\n".utf8),
        .keepOpen
      )
    }
    let fixture = try GatewayFixture(methods: [
      ("/a", .proxy("GET", "http://127.0.0.1:\(backend.port)/"))
    ])
    let port = fixture.port
    let answer = Mutex<[UInt8]?>(nil)
    try fixture.withRunningLoop(until: { answer.withLock { $0 != nil } }) {
      let client = try? RawHTTPClient(port: port)
      let head = "GET /api0000001/prod/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
      try? client?.send(Array(head.utf8) + line + Array("\r\n".utf8))
      let read = (try? client?.readToEnd()) ?? []
      answer.withLock { $0 = read }
    }
    #expect(seen.withLock { $0.firstRange(of: line) } != nil)
    #expect(answer.withLock { $0?.firstRange(of: line) } != nil)
  }
}
