import GatewayModel
import Testing

@testable import Workspace

@Suite struct UndoTests {
  @Test func undoAndRedoAcrossSurfaces() throws {
    let fixture = try WorkspaceFixture()
    let (cli, console) = (try fixture.open(), try fixture.open(seed: 2))
    let plan = try cli.makePlan("pro", rate: 5)
    try cli.setRate("8", of: plan)

    let undone = try #require(try console.undo())
    #expect(console.rate(of: plan) == 5)
    #expect(undone.changes.last?.correction == .undo(of: 2))
    _ = try cli.catchUp()
    #expect(cli.rate(of: plan) == 5)

    let redone = try #require(try cli.redo(via: .cli))
    #expect(cli.rate(of: plan) == 8)
    #expect(redone.changes.last?.correction == .redo(of: 3))
    _ = try console.catchUp()
    #expect(console.state == cli.state)
  }

  /// Several changes of one entity are undone one by one, and redone in order.
  @Test func aStackOfChangesOfOneEntity() throws {
    let workspace = try WorkspaceFixture().open()
    let plan = try workspace.makePlan("pro", rate: 1)
    for rate in ["2", "3", "4"] { try workspace.setRate(rate, of: plan) }
    var rates: [Double?] = []
    for _ in 1...3 {
      try workspace.undo()
      rates.append(workspace.rate(of: plan))
    }
    #expect(rates == [3, 2, 1])
    for _ in 1...3 {
      try workspace.redo()
      rates.append(workspace.rate(of: plan))
    }
    #expect(rates.suffix(3) == [2, 3, 4])
    #expect(try workspace.redo() == nil)
    try workspace.undo()
    try workspace.undo()
    try workspace.setRate("9", of: plan)
    #expect(try workspace.redo() == nil, "a new change clears what could be redone")
    try workspace.undo()
    #expect(workspace.rate(of: plan) == 2)
    try workspace.undo()
    #expect(workspace.rate(of: plan) == 1)
    try workspace.undo()
    #expect(workspace.state.plans.isEmpty)
    #expect(try workspace.undo() == nil)
  }

  @Test func aDeletionWithItsPartsComesBack() throws {
    let workspace = try WorkspaceFixture().open()
    let key = try workspace.makeKey("web")
    let plan = try workspace.makePlan("pro", rate: 1)
    try workspace.run(
      .createUsagePlanKey(Command.CreateUsagePlanKey(usagePlanId: plan, keyId: key)))
    let before = workspace.state
    try workspace.run(.deleteApiKey(Command.DeleteApiKey(apiKey: key)))
    try workspace.undo()
    #expect(workspace.state.keys == before.keys)
    #expect(workspace.state.planKeys == before.planKeys)
    #expect(workspace.state.planIdsByKey == before.planIdsByKey)
  }

  @Test func onlyOnesOwnChangesAreUndone() throws {
    let workspace = try WorkspaceFixture().open()
    let plan = try workspace.makePlan("pro", rate: 1)
    let key = try workspace.makeKey("web", by: .ben)
    #expect(try workspace.history().nextUndo(by: .ana) == 1)
    #expect(try workspace.history().nextUndo(by: .ben) == 2)
    try workspace.setRate("3", of: plan, by: .ben)
    let error = #expect(throws: SubmitError.self) { try workspace.undo(by: .ana) }
    guard case .refused(let refusal) = error else {
      Issue.record("expected a refusal")
      return
    }
    #expect(refusal.code == .conflict)
    #expect(workspace.state.keys[key] != nil)
    let named = try workspace.history().undoCommand(of: 3)
    try workspace.run(named, by: .ana)
    #expect(workspace.rate(of: plan) == 1, "anything can be undone by its number")
  }

  @Test func aLineThatIsNotThereCannotBeUndone() throws {
    let workspace = try WorkspaceFixture().open()
    let error = #expect(throws: WorkspaceError.self) {
      try workspace.history().undoCommand(of: 7)
    }
    #expect(error?.code == .noSuchLine)
  }
}
