import GatewayModel
import TestSupport
import Testing

@testable import Workspace

/// Random changes, undos and redos against two stacks of values: what every editor does.
@Suite struct UndoModelTests {
  @Test(arguments: 1...10 as ClosedRange<UInt64>) func theJournalIsAnUndoStack(
    seed: UInt64
  ) throws {
    let fixture = try WorkspaceFixture()
    let handles = [try fixture.open(seed: seed), try fixture.open(seed: seed + 100)]
    let plan = try handles[0].makePlan("pro", rate: 0)
    // Ben's plan lies between Ana's changes; his changes must not move her stack.
    _ = try handles[0].makeKey("noise", by: .ben)
    var numbers = SeededRandom(seed: seed)
    var (value, undone, done) = (0.0, [Double](), [Double]())
    for step in 1...40 {
      let workspace = handles[Int(numbers.next() % 2)]
      _ = try workspace.catchUp()
      switch numbers.next() % 5 {
      case 0, 1:
        done.append(value)
        undone = []
        value = Double(step)
        try workspace.setRate("\(step)", of: plan)
      case 2, 3:
        guard let previous = done.popLast() else { continue }
        undone.append(value)
        value = previous
        try #require(try workspace.undo() != nil, "seed \(seed), step \(step)")
      default:
        let redone = try workspace.redo()
        guard let next = undone.popLast() else {
          #expect(redone == nil, "seed \(seed), step \(step)")
          continue
        }
        done.append(value)
        value = next
        #expect(redone != nil, "seed \(seed), step \(step)")
      }
      #expect(workspace.rate(of: plan) == value, "seed \(seed), step \(step)")
      if step % 9 == 0 { _ = try workspace.makeKey("noise \(step)", by: .ben) }
    }
    for handle in handles { _ = try handle.catchUp() }
    #expect(handles[0].state == handles[1].state)
    #expect(try fixture.open(.readOnly).state == handles[0].state)
  }
}
