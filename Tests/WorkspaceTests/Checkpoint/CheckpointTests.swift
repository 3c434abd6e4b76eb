import GatewayModel
import Glibc
import Journal
import TestSupport
import Testing

@testable import Workspace

@Suite struct CheckpointTests {
  /// Random commands with checkpoints at random moments: opening from the newest one equals
  /// replaying everything, revisions included.
  @Test(arguments: 1...12 as ClosedRange<UInt64>) func aCheckpointIsWhatReplayGives(
    seed: UInt64
  ) throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open(seed: seed)
    var driver = RandomDriver(seed: seed)
    for _ in 1...60 {
      driver.step(workspace)
      if driver.numbers.chance(5) { try workspace.checkpoint() }
    }
    try workspace.checkpoint()
    driver.step(workspace)
    let fromCheckpoint = try fixture.open(.readOnly)
    #expect(fromCheckpoint.state == workspace.state, "seed \(seed)")
    #expect(fromCheckpoint.linesSinceCheckpoint <= 1)
    try removeCheckpoints(fixture)
    let fromStart = try fixture.open(.readOnly)
    #expect(fromStart.linesSinceCheckpoint == fromStart.state.sequence)
    #expect(fromStart.state == workspace.state, "seed \(seed)")
  }

  @Test func aTaskHoldsTheStateItWasMadeFor() async throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.makeKey("web")
    let task = workspace.checkpointTask()
    _ = try workspace.makeKey("later")
    try await Task.detached { try task.run() }.value
    let again = try fixture.open(.readOnly)
    #expect(again.state == workspace.state)
    #expect(again.linesSinceCheckpoint == 1)
  }

  @Test func aDamagedCheckpointCostsTimeOnly() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.makeKey("web")
    try workspace.checkpoint()
    for path in try checkpoints(fixture) {
      let file = Glibc.open(path, O_WRONLY)
      #expect(file >= 0)
      #expect(pwrite(file, "XX", 2, 20) == 2)
      close(file)
    }
    let again = try fixture.open()
    #expect(again.state == workspace.state)
    #expect(again.report.skippedCheckpoints.count == 1)
  }

  @Test func oneIsSuggestedWhenEnoughHasHappened() throws {
    let workspace = try WorkspaceFixture().open()
    #expect(!workspace.suggestsCheckpoint)
    workspace.state.apply([], sequence: WorkspaceLimits.linesBetweenCheckpoints + 1)
    #expect(workspace.suggestsCheckpoint)
  }

  private func checkpoints(_ fixture: WorkspaceFixture) throws -> [String] {
    let path = "\(fixture.directory)/checkpoint"
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".ck") { names.append("\(path)/\(name)") }
    }
    return names
  }

  private func removeCheckpoints(_ fixture: WorkspaceFixture) throws {
    for path in try checkpoints(fixture) { #expect(unlink(path) == 0) }
  }
}
