import GatewayModel
import Journal
import Testing

@testable import Workspace

@Suite struct HistoryTests {
  @Test func pagesAreNewestFirstAndMeetWithoutGaps() throws {
    let workspace = try WorkspaceFixture().open()
    for number in 1...23 { _ = try workspace.makeKey("k\(number)") }
    let history = try workspace.history()
    var sequences: [Sequence64] = []
    var before: Sequence64?
    repeat {
      let page = try history.page(before: before, limit: 5)
      sequences += page.entries.map(\.sequence)
      before = page.next
    } while before != nil
    #expect(sequences == Array((1...23).reversed()))
    #expect(try history.page(limit: 1).entries.first?.summary == "created key k23")
    #expect(try history.page(before: 1).entries.isEmpty)
  }

  @Test func anEmptyWorkspaceHasNoPast() throws {
    let workspace = try WorkspaceFixture().open()
    let page = try workspace.history().page()
    #expect(page == HistoryPage(entries: [], next: nil))
  }

  @Test func theHistoryOfAKeyHoldsItsMemberships() throws {
    let workspace = try WorkspaceFixture().open()
    let key = try workspace.makeKey("web")
    _ = try workspace.makeKey("other")
    let plan = try workspace.makePlan("pro", rate: 5)
    try workspace.run(
      .createUsagePlanKey(Command.CreateUsagePlanKey(usagePlanId: plan, keyId: key)))
    try workspace.run(
      .updateApiKey(
        Command.UpdateApiKey(apiKey: key, patchOperations: [.replace("/enabled", "false")])))
    try workspace.setRate("8", of: plan)

    func summaries(_ filter: HistoryFilter) throws -> [String] {
      try workspace.history().page(filter: filter, naming: workspace.displayName)
        .entries.map(\.summary)
    }
    #expect(
      try summaries(HistoryFilter(of: .apiKey(key))) == [
        "disabled key web", "put key web in plan pro", "created key web",
      ])
    #expect(
      try summaries(HistoryFilter(only: .apiKey(key))) == ["disabled key web", "created key web"])
    #expect(
      try summaries(HistoryFilter(of: .usagePlan(plan))) == [
        "rate 5 → 8 on plan pro", "put key web in plan pro", "created plan pro",
      ])
    let page = try workspace.history().page(limit: 2, filter: HistoryFilter(of: .apiKey(key)))
    #expect(page.entries.map(\.sequence) == [5, 4] && page.next == 4)
  }

  @Test(arguments: [Int64(300), 1 << 20])
  func whatIsGoneKeepsItsLastName(segmentBytes: Int64) throws {
    let fixture = try WorkspaceFixture()
    var options = fixture.options()
    options.journal.segmentBytes = segmentBytes
    let workspace = try Workspace.open(at: fixture.directory, options: options)
    let key = try workspace.makeKey("web")
    let plan = try workspace.makePlan("pro", rate: 5)
    try workspace.run(
      .createUsagePlanKey(Command.CreateUsagePlanKey(usagePlanId: plan, keyId: key)))
    try workspace.run(
      .deleteUsagePlanKey(Command.DeleteUsagePlanKey(usagePlanId: plan, keyId: key)))
    try workspace.run(
      .updateApiKey(
        Command.UpdateApiKey(apiKey: key, patchOperations: [.replace("/name", "app")])))
    try workspace.run(.deleteApiKey(Command.DeleteApiKey(apiKey: key)))
    try workspace.run(.deleteUsagePlan(Command.DeleteUsagePlan(usagePlanId: plan)))
    let filter = HistoryFilter(of: .usagePlan(plan))
    let page = try workspace.history().page(filter: filter, naming: workspace.displayName)
    #expect(
      page.entries.map(\.summary) == [
        "deleted plan pro", "took key app out of plan pro", "put key app in plan pro",
        "created plan pro",
      ])
    let unnamed = try workspace.history().page(filter: filter)
    #expect(unnamed.entries[1].summary == "took key \(key) out of plan \(plan)")
  }

  @Test func aHandleOnAnotherThreadReadsTheSamePast() async throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.makeKey("web")
    let directory = fixture.directory
    let entries = try await Task.detached {
      try History(directory: directory).page().entries
    }.value
    #expect(entries == (try workspace.history().page().entries))
  }

  @Test func theStateAtEveryLineIsWhatItWas() throws {
    let workspace = try WorkspaceFixture().open()
    var states: [GatewayState] = []
    let plan = try workspace.makePlan("pro", rate: 1)
    states.append(workspace.state)
    for number in 2...12 {
      if number == 8 { try workspace.checkpoint() }
      try workspace.setRate("\(number)", of: plan)
      states.append(workspace.state)
    }
    for (index, state) in states.enumerated() {
      #expect(try workspace.history().state(at: Sequence64(index + 1)) == state)
    }
    #expect(try workspace.history().state(at: 0) == GatewayState())
    #expect(throws: WorkspaceError.self) { try workspace.history().state(at: 99) }
  }

  @Test func anUndoIsToldAsOne() throws {
    let workspace = try WorkspaceFixture().open()
    let plan = try workspace.makePlan("pro", rate: 5)
    try workspace.setRate("8", of: plan)
    try workspace.undo()
    try workspace.redo()
    let summaries = try workspace.history().page().entries.map(\.summary)
    #expect(
      summaries == [
        "redid what 3 took back: rate 5 → 8 on plan pro", "undid 2: rate 8 → 5 on plan pro",
        "rate 5 → 8 on plan pro", "created plan pro",
      ])
  }
}
