import HTTPServer
import TestSupport
import Testing

/// Every request here has more than one reading, or none: bytes in, status out, connection closed.
@Suite struct StrictnessTests {
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

  private static let host = "Host: a\r\n"
  private static let get = "GET / HTTP/1.1\r\n"
  private static let post = "POST / HTTP/1.1\r\nHost: a\r\n"
  private static let chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

  private static func length(_ value: String) -> String {
    post + "Content-Length: \(value)\r\n\r\nhello"
  }

  private static func header(_ line: String) -> String {
    get + host + line + "\r\n\r\n"
  }

  static let framing = [
    Case("CL and TE", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
    Case("TE and CL", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n", 400),
    Case("two lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 400),
    Case("equal lengths", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello", 400),
    Case("length list", length("5, 5"), 400),
    Case("length hex", length("0x5"), 400),
    Case("length negative", length("-1"), 400),
    Case("length plus", length("+5"), 400),
    Case("length empty", length(""), 400),
    Case("length blank inside", length("5 5"), 400),
    Case("length letters", length("5a"), 400),
    Case("length 2^64+1", length("18446744073709551617"), 400),
    Case("length 2^64-1", length("18446744073709551615"), 400),
    Case("length over the limit", length("10485761"), 413),
    Case("TE xchunked", post + "Transfer-Encoding: xchunked\r\n\r\n", 501),
    Case("TE identity", post + "Transfer-Encoding: identity\r\n\r\n", 501),
    Case("TE gzip, chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501),
    Case("TE chunked, gzip", post + "Transfer-Encoding: chunked, gzip\r\n\r\n", 501),
    Case("TE chunked, chunked", post + "Transfer-Encoding: chunked, chunked\r\n\r\n", 400),
    Case(
      "TE twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
    Case("TE empty", post + "Transfer-Encoding:\r\n\r\n", 400),
    Case("TE in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    Case("chunk size letters", chunked + "zz\r\n", 400),
    Case("chunk size too long", chunked + "FFFFFFFFFFFFFFFFF\r\n", 400),
    Case("chunk size empty", chunked + "\r\n", 400),
    Case("chunk size negative", chunked + "-5\r\n", 400),
    Case("chunk size blank", chunked + "5 \r\nhello\r\n", 400),
    Case("chunk size LF only", chunked + "5\nhello\r\n", 400),
    Case("chunk end missing", chunked + "5\r\nhelloXY0\r\n\r\n", 400),
    Case("chunk end LF only", chunked + "5\r\nhello\n0\r\n\r\n", 400),
    Case("last chunk LF only", chunked + "0\n\n", 400),
    Case("trailer without colon", chunked + "0\r\nabc\r\n\r\n", 400),
    Case("trailer folded", chunked + "0\r\nA: b\r\n c\r\n\r\n", 400),
    Case("trailer LF only", chunked + "0\r\nA: b\n\r\n", 400),
    Case("chunk extension NUL", chunked + "5;a=\0\r\nhello\r\n", 400),
    Case(
      "chunk extension too long",
      chunked + "5;" + String(repeating: "a", count: 5_000) + "\r\nhello\r\n", 400),
    Case(
      "trailer too long", chunked + "0\r\nA: " + String(repeating: "a", count: 5_000) + "\r\n", 400),
  ]

  static let lines = [
    Case("bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400),
    Case("bare LF after a header", get + "Host: a\n\r\n", 400),
    Case("bare LF at the end", get + host + "\n", 400),
    Case("bare CR in a value", header("A: b\rc"), 400),
    Case("two CR", header("A: b\r"), 400),
    Case("folded", header("A: b\r\n folded"), 400),
    Case("folded with a tab", header("A: b\r\n\tfolded"), 400),
    Case("fold on the first header", get + " folded: x\r\n" + host + "\r\n", 400),
    Case("space before colon", header("A : b"), 400),
    Case("space in name", header("A B: c"), 400),
    Case("tab in name", header("A\t: c"), 400),
    Case("NUL in value", header("A: b\0c"), 400),
    Case("NUL in name", header("A\0: b"), 400),
    Case("0x01 in value", header("A: b\u{1}c"), 400),
    Case("DEL in value", header("A: b\u{7F}c"), 400),
    Case("empty name", header(": b"), 400),
    Case("no colon", header("abc"), 400),
    Case("bracket in name", header("A(B: c"), 400),
    Case("high byte in name", header("Ä: c"), 400),
  ]

  static let targets = [
    Case("NUL in target", "GET /\0 HTTP/1.1\r\n" + host + "\r\n", 400),
    Case("0x01 in target", "GET /\u{1} HTTP/1.1\r\n" + host + "\r\n", 400),
    Case("high byte in target", "GET /ä HTTP/1.1\r\n" + host + "\r\n", 400),
    Case("space in target", "GET /a b HTTP/1.1\r\n" + host + "\r\n", 400),
    Case("tab in target", "GET /a\tb HTTP/1.1\r\n" + host + "\r\n", 400),
    Case("two spaces", "GET  / HTTP/1.1\r\n" + host + "\r\n", 400),
    Case("space at the end", "GET / HTTP/1.1 \r\n" + host + "\r\n", 400),
    Case("fragment", "GET /#a HTTP/1.1\r\n" + host + "\r\n", 400),
    Case("relative target", "GET a HTTP/1.1\r\n" + host + "\r\n", 400),
    Case("asterisk for GET", "GET * HTTP/1.1\r\n" + host + "\r\n", 400),
    Case("absolute, other host", "GET http://b/ HTTP/1.1\r\n" + host + "\r\n", 400),
    Case("absolute, user", "GET http://u@a/ HTTP/1.1\r\n" + host + "\r\n", 400),
    Case("absolute, no path", "GET http://a HTTP/1.1\r\n" + host + "\r\n", 400),
    Case("absolute, other scheme", "GET ftp://a/ HTTP/1.1\r\n" + host + "\r\n", 400),
    Case("no version", "GET /\r\n" + host + "\r\n", 400),
    Case("HTTP/0.9", "GET / HTTP/0.9\r\n" + host + "\r\n", 505),
    Case("HTTP/2.0", "GET / HTTP/2.0\r\n" + host + "\r\n", 505),
    Case("lower-case version", "GET / http/1.1\r\n" + host + "\r\n", 400),
    Case("HTTP/11", "GET / HTTP/11\r\n" + host + "\r\n", 400),
    Case("method FOO", "FOO / HTTP/1.1\r\n" + host + "\r\n", 501),
    Case("method get", "get / HTTP/1.1\r\n" + host + "\r\n", 501),
    Case("method with NUL", "G\0T / HTTP/1.1\r\n" + host + "\r\n", 400),
    Case("CONNECT", "CONNECT a:80 HTTP/1.1\r\n" + host + "\r\n", 405),
    Case("TRACE", "TRACE / HTTP/1.1\r\n" + host + "\r\n", 405),
    Case("PROPFIND", "PROPFIND / HTTP/1.1\r\n" + host + "\r\n", 405),
    Case("three empty lines first", "\r\n\r\n\r\n" + get + host + "\r\n", 400),
    Case("TLS greeting", "\u{16}\u{3}\u{1}", 400),
  ]

  static let hosts = [
    Case("no Host", get + "\r\n", 400),
    Case("two Hosts", get + host + host + "\r\n", 400),
    Case("two Hosts in 1.0", "GET / HTTP/1.0\r\n" + host + host + "\r\n", 400),
    Case("Host with space", get + "Host: a b\r\n\r\n", 400),
    Case("Host with slash", get + "Host: a/b\r\n\r\n", 400),
    Case("Host with user", get + "Host: u@a\r\n\r\n", 400),
    Case("Host list", get + "Host: a,b c\r\n\r\n", 400),
    Case("Host empty", get + "Host:\r\n\r\n", 400),
    Case("Host with bad port", get + "Host: a:8x\r\n\r\n", 400),
    Case("Host of a port only", get + "Host: :80\r\n\r\n", 400),
    Case("Host with open bracket", get + "Host: [::1\r\n\r\n", 400),
    Case("Expect bogus", header("Expect: bogus"), 417),
  ]

  static let sizes = [
    Case(
      "request line too long",
      "GET /" + String(repeating: "a", count: 10_300) + " HTTP/1.1\r\n", 414),
    Case("request line without end", "GET /" + String(repeating: "a", count: 10_300), 414),
    Case("header too long", header("A: " + String(repeating: "a", count: 10_240)), 431),
    Case("header without end", get + "A: " + String(repeating: "a", count: 10_240), 431),
    Case(
      "101 headers", get + host + String(repeating: "A: b\r\n", count: 100) + "\r\n", 431),
    Case("40 KB of headers", get + String(repeating: "A: bcdefg\r\n", count: 4_000), 431),
  ]

  static let all = framing + lines + targets + hosts + sizes

  @Test(arguments: all) func isRefusedAndClosed(_ test: Case) throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send(test.request)
    let response = try client.readResponse()
    #expect(response.status == test.status, "\(test.name): \(response)")
    #expect(response.header("connection") == "close")
    #expect(response.header("content-type") == "application/json")
    #expect(response.text.hasPrefix(#"{"message":""#))
    #expect(try client.isClosedByServer())
  }

  /// The whole request at once and byte by byte are refused alike.
  @Test(arguments: framing + lines + targets + hosts)
  func isRefusedByteByByteToo(_ test: Case) throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    for byte in test.request.utf8 {
      guard (try? client.send([byte])) != nil else { break }
    }
    #expect(try client.readResponse().status == test.status, "\(test.name)")
  }

  static let accepted = [
    Case("HTTP/1.2", "GET / HTTP/1.2\r\n" + host + "\r\n", 200),
    Case("HTTP/1.0 without Host", "GET / HTTP/1.0\r\n\r\n", 200),
    Case("one empty line first", "\r\n" + get + host + "\r\n", 200),
    Case("asterisk for OPTIONS", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n", 200),
    Case("absolute target", "GET http://a/x HTTP/1.1\r\n" + host + "\r\n", 200),
    Case("Host with port", get + "Host: a:80\r\n\r\n", 200),
    Case("Host of IPv6", get + "Host: [::1]:80\r\n\r\n", 200),
    Case("chunk extension and trailer", chunked + "5;a=b\r\nhello\r\n0\r\nA: b\r\n\r\n", 200),
    Case("no space after colon", header("A:b"), 200),
    Case("high byte in value", header("A: ä"), 200),
    Case("9 KB header", header("A: " + String(repeating: "a", count: 9_000)), 200),
    Case(
      "99 headers and Host", get + host + String(repeating: "A: b\r\n", count: 99) + "\r\n", 200),
    Case("upgrade is ignored", header("Connection: upgrade\r\nUpgrade: h2c"), 200),
    Case("Expect in 1.0", "GET / HTTP/1.0\r\nExpect: 100-continue\r\n\r\n", 200),
  ]

  @Test(arguments: accepted) func isServed(_ test: Case) throws {
    let harness = try ServerHarness()
    let client = try harness.connect()
    try client.send(test.request)
    #expect(try client.readResponse().status == 200, "\(test.name)")
  }

  @Test func chunksOverTheLimitAreRefused() throws {
    var limits = HTTPServerLimits()
    limits.bodyBytes = 10
    let harness = try ServerHarness(limits: limits)
    let client = try harness.connect()
    try client.send(Self.chunked + "6\r\nhello \r\n5\r\nworld\r\n0\r\n\r\n")
    #expect(try client.readResponse().status == 413)
    #expect(try client.isClosedByServer())
    #expect(harness.log.all.contains("aborted /"))
  }
}
