import DataPlane
import Enforcement
import GatewayModel
import Synchronization
import TestSupport
import Testing

@Suite struct ProxyTests {
  @Test func passesRequestAndAnswerOn() throws {
    let seen = Mutex("")
    let backend = try ScriptedServer { request in
      seen.withLock { $0 = String(decoding: request, as: UTF8.self) }
      let text =
        "HTTP/1.1 418 Teapot\r\nServer: tea\r\nX-Own: 1\r\nVia: x\r\n"
        + "Connection: X-Leg\r\nX-Leg: 1\r\nContent-Length: 5\r\n\r\nhello"
      return (Array(text.utf8), .keepOpen)
    }
    let fixture = try GatewayFixture(methods: [
      ("/{proxy+}", .proxy("ANY", "http://127.0.0.1:\(backend.port)/base/{proxy}"))
    ])
    let answer = try fixture.send(
      "PUT /api0000001/prod/a/b%20c?q=1&q=2 HTTP/1.1\r\nHost: x\r\nX-Api-Key: secret\r\n"
        + "Connection: X-Hop\r\nConnection: keep-alive, X-Step\r\nX-Step: 1\r\nX-Hop: 1\r\nX-Own: 2\r\nContent-Length: 3\r\n\r\nabc"
    )
    #expect(answer.status == 418)
    #expect(answer.text == "hello")
    #expect(answer.header("x-own") == "1")
    #expect(answer.header("x-amzn-remapped-server") == "tea")
    #expect(answer.header("via") == nil)
    let request = seen.withLock { $0 }
    #expect(request.hasPrefix("PUT /base/a/b%20c?q=1&q=2 HTTP/1.1\r\n"))
    #expect(request.hasSuffix("\r\n\r\nabc"))
    #expect(request.contains("X-Own: 2\r\n"))
    #expect(request.contains("User-Agent: AmazonAPIGateway_api0000001\r\n"))
    #expect(request.contains("X-Forwarded-For: 127.0.0.1\r\n"))
    #expect(!request.lowercased().contains("x-api-key"))
    #expect(!request.contains("X-Hop"))
    #expect(!request.contains("X-Step"))
    #expect(answer.header("x-leg") == nil)
    #expect(fixture.recorder.entries.last?.status == 418)
  }

  @Test func saysWhatBackendsDoWrong() throws {
    let fixture = try GatewayFixture(methods: [
      ("/nobody", .proxy("GET", "http://127.0.0.1:1/"))
    ])
    let answer = try fixture.get("/api0000001/prod/nobody")
    #expect(answer.status == 504)
    #expect(answer.text == "{\"message\":\"Network error communicating with endpoint\"}")
  }

  @Test func doesNotWaitForeverForABackend() throws {
    let release = Mutex(false)
    let backend = try ScriptedServer { _ in
      while !release.withLock({ $0 }) {}
      return ([], .close)
    }
    let fixture = try GatewayFixture(methods: [
      ("/slow", .proxy("GET", "http://127.0.0.1:\(backend.port)/", timeoutInMillis: 60))
    ])
    let answer = try fixture.get("/api0000001/prod/slow")
    release.withLock { $0 = true }
    #expect(answer.status == 504)
    #expect(answer.text == "{\"message\":\"Endpoint request timed out\"}")
  }

  @Test func streamsLargeBodiesBothWays() throws {
    let text = String(repeating: "0123456789", count: 300_000)
    let backend = try ScriptedServer { request in
      let body = "\(request.count)".padding(toLength: 10) + text
      let head = "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
      return (Array((head + body).utf8), .keepOpen)
    }
    let fixture = try GatewayFixture(methods: [
      ("/big", .proxy("POST", "http://127.0.0.1:\(backend.port)/"))
    ])
    let answer = try fixture.send(
      Array(
        ("POST /api0000001/prod/big HTTP/1.1\r\nHost: x\r\nContent-Length: \(text.utf8.count)"
          + "\r\n\r\n" + text).utf8))
    #expect(answer.status == 200)
    #expect(answer.body.count == 10 + text.utf8.count)
    #expect((Int(answer.text.prefix(10).filter { $0 != " " }) ?? 0) > text.utf8.count)
    #expect(backend.connectionCount == 1)
  }

  @Test func answersAGetFromABackendAskedByHead() throws {
    let backend = try ScriptedServer { _ in
      (Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n".utf8), .keepOpen)
    }
    let fixture = try GatewayFixture(methods: [
      (
        "/a",
        Method(
          httpMethod: "GET",
          methodIntegration: Integration(
            type: .httpProxy, httpMethod: "HEAD", uri: "http://127.0.0.1:\(backend.port)/",
            timeoutInMillis: 5_000))
      )
    ])
    let answer = try fixture.get("/api0000001/prod/a")
    #expect(answer.status == 200)
    #expect(answer.body.isEmpty)
  }

  @Test func reusesBackendConnections() throws {
    let backend = try ScriptedServer { _ in
      (Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".utf8), .keepOpen)
    }
    let fixture = try GatewayFixture(methods: [
      ("/a", .proxy("GET", "http://127.0.0.1:\(backend.port)/"))
    ])
    for _ in 0..<20 { #expect(try fixture.get("/api0000001/prod/a").text == "ok") }
    #expect(backend.connectionCount == 1)
  }
}

extension String {
  fileprivate func padding(toLength length: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, length - count))
  }
}
