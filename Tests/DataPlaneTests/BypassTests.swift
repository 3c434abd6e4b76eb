import DataPlane
import Enforcement
import GatewayModel
import Synchronization
import TestSupport
import Testing

/// Spellings by which a caller might reach a backend under the rules of another method, or of none.
///
/// The backend counts: whatever is answered, a method that wants a key is never reached without one.
@Suite struct BypassTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let request: String
    let status: Int

    init(_ name: String, _ request: String, _ status: Int) {
      self.name = name
      self.request = request
      self.status = status
    }

    var testDescription: String { name }
  }

  private static let key = "X-Api-Key: \(GatewayFixture.keyValue)\r\n"

  private static func get(_ path: String, _ fields: String = "", verb: String = "GET") -> String {
    "\(verb) \(path) HTTP/1.1\r\nHost: x\r\n\(fields)\r\n"
  }

  private static func path(_ rest: String) -> String { "/api0000001/prod\(rest)" }

  static let refused = [
    Case("no key", get(path("/closed")), 403),
    Case("empty key", get(path("/closed"), "X-Api-Key:\r\n"), 403),
    Case(
      "another key", get(path("/closed"), "X-Api-Key: \(String(repeating: "a", count: 40))\r\n"),
      403),
    Case("two keys", get(path("/closed"), key + key), 400),
    Case("two keys, one right", get(path("/closed"), key + "x-api-key: a\r\n"), 400),
    Case("two keys where none is wanted", get(path("/open"), key + "x-api-key: a\r\n"), 400),
    Case("key in the query", get(path("/closed?x-api-key=\(GatewayFixture.keyValue)")), 403),
    Case("key in a cookie", get(path("/closed"), "Cookie: x-api-key=a\r\n"), 403),
    Case(
      "key in Authorization", get(path("/closed"), "Authorization: \(GatewayFixture.keyValue)\r\n"),
      403),
    Case("method override", get(path("/closed"), "X-HTTP-Method-Override: POST\r\n"), 403),
    Case("HEAD of a keyed ANY", get(path("/closed"), verb: "HEAD"), 403),
    Case("OPTIONS of a keyed ANY", get(path("/closed"), verb: "OPTIONS"), 403),
    Case("verb the resource lacks", get(path("/open"), verb: "DELETE"), 403),
    Case("trailing slash", get(path("/closed/")), 403),
    Case("two slashes", get(path("//closed")), 403),
    Case("two slashes before the stage", get("/api0000001//prod/closed"), 403),
    Case("slash and dot", get(path("/./closed")), 400),
    Case("dots", get(path("/open/../closed")), 400),
    Case("escaped dots", get(path("/open/%2e%2e/closed")), 400),
    Case("half-escaped dots", get(path("/open/.%2E/closed")), 400),
    Case("dots with a parameter", get(path("/open/..;a=b/closed")), 400),
    Case("escaped slash", get(path("/open%2fclosed")), 400),
    Case("escaped slash, upper case", get(path("/open%2Fclosed")), 400),
    Case("backslash", get(path("/open\\closed")), 400),
    Case("escaped backslash", get(path("/open%5cclosed")), 400),
    Case("escaped NUL", get(path("/closed%00")), 400),
    Case("escaped line end", get(path("/closed%0d%0aX-Api-Key:a")), 400),
    Case("broken escape", get(path("/closed%4")), 400),
    Case("escape of letters", get(path("/closed%zz")), 400),
    Case("overlong UTF-8", get(path("/%c0%afclosed")), 400),
    Case("surrogate", get(path("/%ed%a0%80")), 400),
    Case("double escape", get(path("/%2563losed")), 403),
    Case("other case", get(path("/CLOSED")), 403),
    Case("parameter", get(path("/closed;a=b")), 403),
    Case("escaped letter", get(path("/%63losed")), 403),
    Case("stage in the query", get("/api0000001?stage=prod"), 403),
    Case(
      "other stage in the host",
      "GET /closed HTTP/1.1\r\nHost: api0000001.execute-api.prod\r\n\r\n", 403),
    Case(
      "absolute target, other host",
      "GET http://b/api0000001/prod/open HTTP/1.1\r\nHost: x\r\n\r\n", 400),
  ]

  @Test(arguments: refused) func reachesNothing(_ test: Case) throws {
    let reached = Mutex(0)
    let backend = try ScriptedServer { _ in
      reached.withLock { $0 += 1 }
      return (Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".utf8), .keepOpen)
    }
    var closed = Method.proxy("ANY", "http://127.0.0.1:\(backend.port)/")
    closed.apiKeyRequired = true
    let fixture = try GatewayFixture(methods: [
      ("/closed", closed), ("/open", .proxy("GET", "http://127.0.0.1:\(backend.port)/")),
    ])
    #expect(try fixture.send(test.request).status == test.status, "\(test.name)")
    #expect(reached.withLock { $0 } == 0, "\(test.name)")
    #expect(try fixture.send(Self.get(Self.path("/closed"), Self.key)).text == "ok")
    #expect(reached.withLock { $0 } == 1)
  }

  @Test func setsForwardingFieldsAnewAndKeepsTheKey() throws {
    let seen = Mutex("")
    let backend = try ScriptedServer { request in
      seen.withLock { $0 = String(decoding: request, as: UTF8.self) }
      return (Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8), .keepOpen)
    }
    var closed = Method.proxy("POST", "http://127.0.0.1:\(backend.port)/")
    closed.apiKeyRequired = true
    let fixture = try GatewayFixture(methods: [("/closed", closed)])
    let answer = try fixture.send(
      "POST \(Self.path("/closed")) HTTP/1.1\r\nHost: x\r\n" + Self.key
        + "X-Forwarded-For: 10.0.0.1\r\nx-forwarded-proto: https\r\nTE: trailers\r\n"
        + "Upgrade: h2c\r\nProxy-Authorization: a\r\nConnection: x-own\r\nX-Own: 1\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\nX-Trailer: 1\r\n\r\n")
    #expect(answer.status == 200)
    let request = seen.withLock { $0 }.lowercased()
    #expect(request.contains("\r\nx-forwarded-for: 127.0.0.1\r\n"))
    #expect(request.contains("\r\nx-forwarded-proto: http\r\n"))
    for field in [
      "10.0.0.1", "https", "x-api-key", "te:", "upgrade", "proxy-auth", "x-own", "x-trailer",
    ] {
      #expect(!request.contains(field), "\(field)")
    }
  }
}
