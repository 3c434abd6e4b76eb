import GatewayModel
import Journal
import TestSupport
import Testing

@testable import Workspace

@Suite struct WorkspaceTests {
  @Test func aFolderIsMadeWhenAskedAndOnlyThen() throws {
    let fixture = try WorkspaceFixture()
    let error = #expect(throws: WorkspaceError.self) { try fixture.open(.readWrite) }
    #expect(error?.code == .cannotOpen || error?.code == .notFound)
    let workspace = try fixture.open()
    #expect(workspace.state == GatewayState())
    #expect(workspace.report.isNew)
    _ = try fixture.open(.readWrite)
  }

  @Test func whatIsReplayedIsWhatWasLive() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    let key = try workspace.makeKey("web")
    let plan = try workspace.makePlan("pro", rate: 5)
    try workspace.run(
      .createUsagePlanKey(Command.CreateUsagePlanKey(usagePlanId: plan, keyId: key)))
    try workspace.setRate("8", of: plan)
    try workspace.run(.deleteApiKey(Command.DeleteApiKey(apiKey: key)))
    let again = try fixture.open(.readOnly)
    #expect(again.state == workspace.state)
    #expect(again.state.sequence == 5)
    #expect(again.head == workspace.head)
  }

  @Test func twoHandlesSeeEachOther() throws {
    let fixture = try WorkspaceFixture()
    let (console, cli) = (try fixture.open(), try fixture.open(seed: 2))
    let key = try cli.makeKey("web")
    let seen = try console.catchUp()
    #expect(seen.changes.map(\.sequence) == [1])
    #expect(seen.changes.first?.actor == .ana)
    #expect(seen.changes.first?.surface == .cli)
    #expect(seen.changes.first?.subjects == [.apiKey(key)])
    #expect(!seen.mayHaveMore)
    #expect(console.state == cli.state)

    _ = try console.makeKey("batch")
    let receipt = try cli.run(.createApiKey(Command.CreateApiKey(name: "third")))
    #expect(receipt.changes.map(\.sequence) == [2, 3], "others' changes come first")
    #expect(try cli.catchUp().changes.isEmpty, "and are not handed over twice")
    #expect(try console.catchUp().changes.map(\.sequence) == [3])
    #expect(console.state == cli.state)
  }

  @Test func aTurnTakesNoMoreThanItsLimit() throws {
    let fixture = try WorkspaceFixture()
    let (console, cli) = (try fixture.open(), try fixture.open(seed: 2))
    for number in 1...5 { _ = try cli.makeKey("k\(number)") }
    let first = try console.catchUp(limitLines: 3)
    #expect(first.changes.count == 3 && first.mayHaveMore)
    #expect(try console.catchUp().changes.count == 2)
  }

  @Test func theDescriptorTellsOfNews() throws {
    let fixture = try WorkspaceFixture()
    let (console, cli) = (try fixture.open(), try fixture.open(seed: 2))
    #expect(try console.followDescriptor() >= 0)
    #expect(try !console.drainNotifications())
    _ = try cli.makeKey("web")
    #expect(try console.drainNotifications())
  }

  @Test func othersChangesSurviveARefusal() throws {
    let fixture = try WorkspaceFixture()
    let (console, cli) = (try fixture.open(), try fixture.open(seed: 2))
    _ = try cli.makeKey("web")
    let error = #expect(throws: SubmitError.self) {
      try console.run(.deleteApiKey(Command.DeleteApiKey(apiKey: "nothing")))
    }
    guard case .refused(let refusal) = error else {
      Issue.record("expected a refusal")
      return
    }
    #expect(refusal.code == .notFound)
    #expect(error?.exitCode == 1)
    #expect(try console.catchUp().changes.map(\.sequence) == [1])
  }

  @Test func aCommandThatChangesNothingWritesNothing() throws {
    let workspace = try WorkspaceFixture().open()
    let plan = try workspace.makePlan("pro", rate: 5)
    let head = workspace.head
    let receipt = try workspace.run(.batch(Command.Batch(commands: [])))
    #expect(!receipt.changedAnything)
    #expect(receipt.sequence == nil)
    try receipt.sync()
    #expect(workspace.head == head)
    #expect(workspace.rate(of: plan) == 5)
  }

  @Test func aReceiptIsSyncedOnAnotherThread() async throws {
    let workspace = try WorkspaceFixture().open()
    let receipt = try workspace.run(.createApiKey(Command.CreateApiKey(name: "web")))
    try await Task.detached { try receipt.sync() }.value
    try receipt.sync()
  }

  @Test func aReaderCannotWrite() throws {
    let fixture = try WorkspaceFixture()
    _ = try fixture.open()
    let reader = try fixture.open(.readOnly)
    let error = #expect(throws: SubmitError.self) { try reader.makeKey("web") }
    guard case .unusable(let reason) = error else {
      Issue.record("expected an unusable workspace")
      return
    }
    #expect(reason.code == .readOnly)
    #expect(error?.exitCode == 3)
  }
}
