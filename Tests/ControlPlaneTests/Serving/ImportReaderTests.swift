import Dispatch
import EventLoop
import GatewayModel
import HTTPServer
import TestSupport
import Testing
import Workspace

@testable import ControlPlane

@Suite("Documents that take long to read")
struct ImportReaderTests {
  @Test("While an import is read, others are answered; then it is done as any write")
  func othersAreAnswered() throws {
    let isRead = DispatchSemaphore(value: 0)
    let bench = try ControlBench(operations: OperationTable.all + [Self.slowImport(until: isRead)])
    let importing = try bench.connect()
    try importing.send(Self.request)
    let other = try bench.connect()
    #expect(try other.request("GET", "/account").status == 200)
    #expect(try other.request("POST", "/apikeys", body: Array("{}".utf8)).status == 201)
    isRead.signal()
    let answer = try importing.readResponse()
    #expect(answer.status == 201, "\(answer)")
    #expect(try bench.openWorkspace().state.keys.values.map(\.name).contains("imported"))
  }

  @Test("More imports than may wait are not taken, and none of the others is lost")
  func waitingImports() throws {
    let loop = try EventLoop()
    let reader = ImportReader(loop: loop)
    let isRead = DispatchSemaphore(value: 0)
    let request = OperationRequest(
      input: JSONObject(), rawBody: [], contentType: nil, accept: nil,
      principal: Principal(actor: Actor("tests")))
    var done: [Int] = []
    func read(_ number: Int) -> Bool {
      reader.read(request) { (_) throws(CommandError) in
        isRead.wait()
        throw CommandError(.badRequest, "\(number)")
      } completion: { result in
        guard case .failure(let error) = result else { return }
        done.append(Int(error.message) ?? -1)
      }
    }
    let limit = ControlPlaneLimits.waitingImports
    for number in 0..<limit { #expect(read(number)) }
    #expect(!read(limit))
    isRead.signal()
    try wait(loop) { !done.isEmpty }
    #expect(read(limit))
    for _ in 0..<limit { isRead.signal() }
    try wait(loop) { done.count > limit }
    #expect(done == Array(0...limit))
  }

  private func wait(_ loop: EventLoop, until isDone: () -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while !isDone() {
      try #require(ContinuousClock.now < deadline, "an import was not completed")
      try loop.runOnce(timeout: .seconds(1))
    }
  }

  @Test("A client that goes away while its import is read takes nothing with it")
  func clientGone() throws {
    let isRead = DispatchSemaphore(value: 0)
    let bench = try ControlBench(operations: OperationTable.all + [Self.slowImport(until: isRead)])
    do {
      let gone = try bench.connect()
      try gone.send(Self.request)
    }
    let client = try bench.connect()
    #expect(try client.request("GET", "/account").status == 200)
    isRead.signal()
    isRead.signal()
    #expect(try client.request("POST", "/slow", body: []).status == 201)
  }

  private static let request =
    "POST /slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"

  /// An import whose document is not read before the signal.
  private static func slowImport(until isRead: DispatchSemaphore) -> OperationSpec {
    OperationSpec(
      "SlowImport", .post, "/slow", body: .raw, status: 201,
      .importing(
        command: { (_) throws(CommandError) in
          guard isRead.wait(timeout: .now() + .seconds(20)) == .success else {
            throw CommandError(.badRequest, "nobody else was answered meanwhile")
          }
          return .createApiKey(Command.CreateApiKey(name: "imported"))
        },
        answer: { _ in .empty }))
  }
}
