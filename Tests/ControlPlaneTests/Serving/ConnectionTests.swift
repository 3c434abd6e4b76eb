import Foundation
import GatewayModel
import Synchronization
import TestSupport
import Testing
import Workspace

@testable import ControlPlane

@Suite("Many connections, and what is refused before a request is served")
struct ConnectionTests {
  @Test("Sixteen connections write and read at once: every change is there, none twice")
  func stress() throws {
    let bench = try ControlBench()
    let answers = Mutex<[String: Int]>([:])
    let done = DispatchGroup()
    for worker in 0..<16 {
      done.enter()
      Thread.detachNewThread {
        defer { done.leave() }
        guard let client = try? bench.connect() else { return }
        for turn in 0..<25 {
          let body = Array(#"{"name":"w\#(worker)-\#(turn)"}"#.utf8)
          let kinds: [(String, String, [UInt8]?)] = [
            ("POST", "/apikeys", body), ("GET", "/apikeys?limit=5", nil), ("GET", "/account", nil),
          ]
          for (verb, target, body) in kinds {
            let status = (try? client.request(verb, target, body: body))?.status ?? 0
            answers.withLock { $0["\(verb) \(status)", default: 0] += 1 }
          }
        }
      }
    }
    done.wait()
    #expect(answers.withLock { $0 } == ["POST 201": 400, "GET 200": 800])
    let names = try bench.openWorkspace().state.keys.values.compactMap(\.name)
    #expect(names.count == 400)
    #expect(Set(names).count == 400)
  }

  @Test("Requests sent one behind the other are answered in order")
  func pipelined() throws {
    let bench = try ControlBench()
    let client = try bench.connect()
    let names = (0..<20).map { "n\($0)" }
    try client.send(
      names.map { name in
        let body = #"{"name":"\#(name)"}"#
        return "POST /apikeys HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(body.utf8.count)"
          + "\r\n\r\n\(body)"
      }.joined())
    for name in names {
      #expect(try client.readResponse().text.contains("\"name\":\"\(name)\""))
    }
  }

  @Test(
    "Only names of this listener are taken as Host",
    arguments: [
      ("127.0.0.1:8481", 200), ("localhost", 200), ("LOCALHOST:1", 200), ("[::1]:8481", 200),
      ("api.localhost", 200), ("127.9.9.9", 200), ("evil.example", 403),
      ("127.0.0.1.evil.example", 403), ("apigateway.us-east-1.amazonaws.com", 403),
      ("localhost.evil.example", 403), ("127.0.0", 403),
    ])
  func hosts(host: String, status: Int) throws {
    let bench = try ControlBench()
    let client = try bench.connect()
    try client.send("GET /account HTTP/1.1\r\nHost: \(host)\r\n\r\n")
    #expect(try client.readResponse().status == status)
  }

  @Test("A listener whose callers sign takes the service's own names, and nobody unsigned")
  func signedHosts() throws {
    let bench = try ControlBench(authenticator: { RefusingAuthenticator() })
    for (host, code) in [
      ("apigateway.us-east-1.amazonaws.com", "UnrecognizedClientException"),
      ("sts.amazonaws.com", "UnrecognizedClientException"),
      ("evil.amazonaws.com", "AccessDeniedException"),
    ] {
      let client = try bench.connect()
      try client.send("GET /account HTTP/1.1\r\nHost: \(host)\r\n\r\n")
      let response = try client.readResponse()
      #expect(response.status == 403)
      #expect(response.header("x-amzn-ErrorType") == code)
    }
  }

  @Test("A body that is too long is refused by its announced and by its real length")
  func longBodies() throws {
    let bench = try ControlBench()
    let limit = ControlPlaneLimits.bodyBytes
    let announced = try bench.connect()
    try announced.send(
      "POST /apikeys HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(limit + 1)\r\n\r\n")
    let first = try announced.readResponse()
    #expect(first.status == 413)
    #expect(first.header("x-amzn-ErrorType") == "RequestEntityTooLargeException")
    let chunked = try bench.connect()
    let piece = String(repeating: "x", count: 65_536)
    try chunked.send(
      "POST /apikeys HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in 0...limit / 65_536 {
      guard (try? chunked.send("10000\r\n\(piece)\r\n")) != nil else { break }
    }
    #expect(try chunked.readResponse().status == 413)
  }

  @Test(
    "A long body is not taken from somebody who cannot have signed it",
    arguments: ["Content-Length: 6000000", "Transfer-Encoding: chunked"])
  func unsignedLongBody(framing: String) throws {
    let folder = try TemporaryDirectory()
    let path = folder.path
    let bench = try ControlBench(authenticator: {
      SignatureAuthenticator(
        workspaceDirectory: path, now: { ControlBench.start }, log: { _ in })
    })
    let client = try bench.connect()
    try client.send("PUT /restapis/a HTTP/1.1\r\nHost: localhost\r\n\(framing)\r\n\r\n")
    let response = try client.readResponse()
    #expect(response.status == 403)
    #expect(response.header("x-amzn-ErrorType") == "MissingAuthenticationTokenException")
  }

  @Test("A usage report that begins long ago is refused, since each day is read from the disk")
  func longUsage() throws {
    let bench = try ControlBench()
    let client = try bench.connect()
    let plan = try client.request("POST", "/usageplans", body: Array(#"{"name":"p"}"#.utf8))
    let id = try #require(plan.text.components(separatedBy: #""id":""#).last?.prefix { $0 != "\"" })
    // The clock of the bench stands on 2023-11-14.
    for (start, end, status) in [
      ("0001-01-01", "9999-12-31", 400), ("0001-01-01", "0001-01-02", 400),
      ("2022-10-09", "2023-11-14", 400), ("2022-10-10", "9999-12-31", 200),
    ] {
      let answer = try client.request(
        "GET", "/usageplans/\(id)/usage?startDate=\(start)&endDate=\(end)")
      #expect(answer.status == status, "\(start) to \(end)")
    }
  }

  @Test("A description of the longest length fits, whole")
  func longDescription() throws {
    let bench = try ControlBench()
    let text = String(repeating: "ü", count: 125_000)
    let response = try bench.connect().request(
      "POST", "/apikeys", body: Array(#"{"description":"\#(text)"}"#.utf8))
    #expect(response.status == 201)
    #expect(response.text.contains(text))
  }

  @Test("What other processes write is in the next answer, and the journal names the caller")
  func otherProcesses() throws {
    let bench = try ControlBench()
    let client = try bench.connect()
    let other = try bench.openWorkspace()
    _ = try other.submit(
      .createUsagePlan(Command.CreateUsagePlan(name: "theirs")), actor: Actor("other"),
      surface: .cli)
    #expect(try client.request("GET", "/usageplans").text.contains("theirs"))
    _ = try client.request("POST", "/usageplans", body: Array(#"{"name":"ours"}"#.utf8))
    let change = try #require(try other.catchUp().changes.last)
    #expect(change.actor == Actor("tester"))
    #expect(change.surface == .control)
  }
}
