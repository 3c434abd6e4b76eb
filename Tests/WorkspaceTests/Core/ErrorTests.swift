import GatewayModel
import Journal
import Testing

@testable import Workspace

@Suite struct ErrorTests {
  /// Every failure of the journal has a meaning of its own to the user, none by default.
  @Test(
    arguments: [
      (.notFound, .notFound), (.foreignOwner, .cannotOpen), (.unsafePermissions, .cannotOpen),
      (.unsafeFile, .cannotOpen), (.remoteFileSystem, .cannotOpen), (.accessDenied, .cannotOpen),
      (.tooManyFiles, .cannotOpen), (.busy, .locked), (.readOnly, .readOnly), (.noSpace, .diskFull),
      (.inputOutput, .inputOutput), (.syncFailed, .poisoned), (.poisoned, .poisoned),
      (.damaged, .damaged), (.rolledBack, .damaged), (.newerVersion, .newerVersion),
    ] as [(JournalErrorCode, WorkspaceErrorCode)])
  func theJournalsCodesAreTold(journal: JournalErrorCode, workspace: WorkspaceErrorCode) {
    let error = WorkspaceError(
      JournalError(journal, "it failed", at: .init(file: "/ws/LOCK", offset: 12, sequence: 7)))
    #expect(error.code == workspace)
    #expect(error.message == "it failed (/ws/LOCK, offset 12, sequence 7)")
    #expect(!error.remedy.isEmpty)
  }

  @Test func exitCodesTellARefusalFromAWorkspaceThatCannotBeUsed() {
    let refused = SubmitError.refused(
      CommandError(.notFound, "no such key", remedy: "List the keys."))
    #expect(refused.exitCode == 1 && refused.code == "NotFoundException")
    #expect(refused.message == "no such key" && refused.remedy == "List the keys.")
    let conflict = SubmitError.conflict(
      EditConflict(ref: .account, expectedRevision: 3, current: nil, change: nil))
    #expect(conflict.exitCode == 1 && conflict.code == "ConflictException")
    let unusable = SubmitError.unusable(WorkspaceError(.diskFull, "m", remedy: "r"))
    #expect(unusable.exitCode == 3 && unusable.code == "diskFull")
  }

  @Test func aLineOfANewerVersionNamesTheRemedy() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    _ = try workspace.makeKey("web")
    let operations = Array(#"[{"op":"apikey.put/9","value":{}}]"#.utf8)
    try workspace.journal.withLock { transaction in
      try transaction.catchUp { _ in }
      _ = try transaction.append(
        operations: operations, actor: "later", surface: "cli",
        id: TransactionID(high: 9, low: 9), time: JournalTime(microseconds: 0))
    }
    let error = #expect(throws: WorkspaceError.self) { try fixture.open() }
    #expect(error?.code == .newerVersion)
    #expect(error?.message.contains("line 2") == true)
    #expect(error?.message.contains("apikey.put/9") == true)
  }

  /// What came before the trouble reaches whoever follows, or a gateway would go on admitting a key
  /// that was switched off.
  @Test func changesBeforeALineOfANewerVersionAreHandedOver() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    let follower = try fixture.open()
    _ = try workspace.makeKey("web")
    try workspace.journal.withLock { transaction in
      try transaction.catchUp { _ in }
      _ = try transaction.append(
        operations: Array(#"[{"op":"apikey.put/9","value":{}}]"#.utf8), actor: "later",
        surface: "cli", id: TransactionID(high: 9, low: 9), time: JournalTime(microseconds: 0))
    }
    let news = try follower.catchUp()
    #expect(news.changes.map(\.sequence) == [1])
    #expect(news.mayHaveMore)
    for _ in 0..<2 {
      let error = #expect(throws: WorkspaceError.self) { try follower.catchUp() }
      #expect(error?.code == .newerVersion)
    }
  }

  /// A change too long for a line is refused like any other; nothing is half done.
  @Test func aChangeLongerThanALineIsRefused() throws {
    let workspace = try WorkspaceFixture().open()
    let description = String(repeating: "x", count: 120_000)
    let commands = (0..<80).map { number in
      Command.createApiKey(Command.CreateApiKey(name: "k\(number)", description: description))
    }
    let error = #expect(throws: SubmitError.self) {
      try workspace.run(.batch(Command.Batch(commands: commands)))
    }
    guard case .refused(let refusal) = error else {
      Issue.record("expected a refusal, got \(String(describing: error))")
      return
    }
    #expect(refusal.code == .limitExceeded)
    #expect(workspace.state == GatewayState())
    _ = try workspace.makeKey("web")
    #expect(workspace.state.keys.count == 1)
  }
}
