import GatewayModel
import Journal
import Testing

@testable import Workspace

/// The past of a journal in many segments reads like that of one.
@Suite struct SegmentedHistoryTests {
  @Test func pagesFiltersAndUndoCrossSegments() throws {
    let fixture = try WorkspaceFixture()
    var options = fixture.options()
    options.journal.segmentBytes = 2_000
    let workspace = try Workspace.open(at: fixture.directory, options: options)
    let plan = try workspace.makePlan("pro", rate: 0)
    for number in 1...60 {
      if number % 10 == 0 { try workspace.setRate("\(number)", of: plan) }
      _ = try workspace.makeKey("k\(number)")
    }
    let history = try workspace.history()
    let all = try history.page(limit: 100)
    #expect(all.entries.map(\.sequence) == Array((1...67).reversed()))
    #expect(history.scanner.stretches(of: 1...67).count > 5)
    #expect(
      history.scanner.stretches(of: 1...67).reversed().flatMap(Array.init) == Array(1...67))

    let filter = HistoryFilter(of: .usagePlan(plan))
    let page = try history.page(limit: 3, filter: filter)
    #expect(
      page.entries.map(\.summary) == [
        "rate 50 → 60 on plan pro", "rate 40 → 50 on plan pro", "rate 30 → 40 on plan pro",
      ])
    let rest = try history.page(before: page.next, limit: 10, filter: filter)
    #expect(rest.entries.count == 4 && rest.next == nil)
    let first = try #require(rest.entries.dropLast().last)
    #expect(first.summary == "rate 0 → 10 on plan pro")
    #expect(throws: SubmitError.self) {
      try workspace.run(try history.undoCommand(of: first.sequence))
    }
    let last = try #require(page.entries.first)
    try workspace.run(try history.undoCommand(of: last.sequence))
    #expect(workspace.rate(of: plan) == 50)
    #expect(try history.state(at: 67).plans[plan]?.throttle?.rateLimit == 60)
  }
}
