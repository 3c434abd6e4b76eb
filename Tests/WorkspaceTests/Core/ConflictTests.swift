import GatewayModel
import Journal
import Testing

@testable import Workspace

@Suite struct ConflictTests {
  @Test func aStaleEditShowsTheOtherSide() throws {
    let fixture = try WorkspaceFixture()
    let (console, cli) = (try fixture.open(), try fixture.open(seed: 2))
    let plan = try cli.makePlan("pro", rate: 5)
    _ = try console.catchUp()
    let seen = try #require(console.state.revision(of: .usagePlan(plan)))
    try cli.setRate("8", of: plan, by: .ben)

    let error = #expect(throws: SubmitError.self) {
      try console.setRate("6", of: plan, expecting: [.usagePlan(plan): seen])
    }
    guard case .conflict(let conflict) = error else {
      Issue.record("expected a conflict, got \(String(describing: error))")
      return
    }
    #expect(conflict.ref == .usagePlan(plan))
    #expect(conflict.expectedRevision == seen)
    #expect(conflict.current == cli.state.entity(.usagePlan(plan)))
    #expect(conflict.change?.actor == .ben)
    #expect(conflict.change?.sequence == 2)
    #expect(conflict.change?.summary == "rate 5 → 8 on plan pro")
    #expect(conflict.message.contains("ben@there"))
    #expect(console.rate(of: plan) == 8, "the other side was taken over")

    let fresh = try #require(console.state.revision(of: .usagePlan(plan)))
    try console.setRate("6", of: plan, expecting: [.usagePlan(plan): fresh])
    #expect(console.rate(of: plan) == 6)
  }

  @Test func anEditOfSomethingDeletedSaysWhoDeletedIt() throws {
    let workspace = try WorkspaceFixture().open()
    let key = try workspace.makeKey("web")
    try workspace.run(.deleteApiKey(Command.DeleteApiKey(apiKey: key)), by: .ben)
    let error = #expect(throws: SubmitError.self) {
      try workspace.run(
        .updateApiKey(
          Command.UpdateApiKey(apiKey: key, patchOperations: [.replace("/name", "x")])),
        expecting: [.apiKey(key): 1])
    }
    guard case .conflict(let conflict) = error else {
      Issue.record("expected a conflict")
      return
    }
    #expect(conflict.current == nil)
    #expect(conflict.change?.actor == .ben)
    #expect(conflict.change?.summary == "deleted key web")
  }

  @Test func whatShouldNotExistCanBeExpected() throws {
    let workspace = try WorkspaceFixture().open()
    let key = try workspace.makeKey("web")
    #expect(throws: SubmitError.self) {
      try workspace.run(
        .createApiKey(Command.CreateApiKey(name: "x")), expecting: [.apiKey(key): 0])
    }
    try workspace.run(
      .createApiKey(Command.CreateApiKey(name: "x")), expecting: [.apiKey("nothing"): 0])
  }

  @Test func aRetryFindsItsFirstAttempt() throws {
    let fixture = try WorkspaceFixture()
    let (first, second) = (try fixture.open(), try fixture.open(seed: 2))
    let id = TransactionID(high: 1, low: 2)
    let command = Command.createApiKey(Command.CreateApiKey(name: "web"))
    let receipt = try first.submit(command, actor: .ana, surface: .cli, id: id)
    let retry = try second.submit(command, actor: .ana, surface: .cli, id: id)
    #expect(!receipt.isRepeat && retry.isRepeat)
    #expect(retry.sequence == receipt.sequence)
    #expect(retry.subjects == receipt.subjects)
    try retry.sync()
    #expect(second.state.keys.count == 1)
    let third = try fixture.open(seed: 3)
    #expect(third.state == second.state)
    let late = try third.submit(command, actor: .ana, surface: .cli, id: id)
    #expect(late.isRepeat && late.sequence == receipt.sequence)
    #expect(third.state.keys.count == 1)
  }

  /// Four threads with a handle each; whatever was acknowledged is there, once.
  @Test func concurrentSubmittersLoseNothing() async throws {
    let fixture = try WorkspaceFixture()
    _ = try fixture.open()
    let acknowledged = try await withThrowingTaskGroup(of: [ApiKeyID].self) { group in
      for seed in 1...4 as ClosedRange<UInt64> {
        group.addTask {
          let workspace = try fixture.open(.readWrite, seed: seed)
          return try (1...25).map { number in
            let receipt = try workspace.submitDurably(
              .createApiKey(Command.CreateApiKey(name: "\(seed)-\(number)")), actor: .ana,
              surface: .cli)
            guard case .apiKey(let id) = receipt.subjects.first else { return "" }
            return id
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(acknowledged.count == 100)
    let state = try fixture.open(.readOnly).state
    #expect(Set(acknowledged) == Set(state.keys.keys))
    #expect(state.sequence == 100)
  }
}
