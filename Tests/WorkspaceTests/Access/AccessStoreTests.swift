import Foundation
import GatewayModel
import TestSupport
import Testing

@testable import Workspace

/// Credentials on a real folder: what is kept, what is refused, what a running reader sees.
@Suite struct AccessStoreTests {
  private let folder: TemporaryDirectory
  private let store: AccessStore
  private let ann = Actor("ann@here")
  private let time = Timestamp(seconds: 1_795_000_000)

  init() throws {
    folder = try TemporaryDirectory()
    store = AccessStore(workspacePath: folder.path)
  }

  private var file: String { "\(folder.path)/access.json" }

  private func write(_ text: String) throws {
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    #expect(chmod(file, 0o600) == 0)
  }

  @Test func keepsWhatIsMade() throws {
    #expect(try store.credentials().isEmpty)
    let first = try store.create(actor: ann, time: time)
    let second = try store.create(name: "ci-terraform", actor: Actor("bob"), time: time)
    #expect(try store.credentials() == [first, second])
    #expect(first.name == "default" && first.createdBy == "ann@here" && first.createdDate == time)
    #expect(first.id.count == 20 && first.id.hasPrefix("KEYS") && first.secret.count == 40)
    #expect(first.id != second.id && first.secret != second.secret)
    #expect(try store.credential("ci-terraform") == second)
    #expect(try store.credential(first.id) == first)
    #expect(try store.delete("default", actor: ann, time: time) == first)
    #expect(try store.credentials() == [second])
  }

  @Test func theSecretIsReadableByItsOwnerOnly() throws {
    try store.create(actor: ann, time: time)
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func noSecretIsInDescriptionOrLog() throws {
    let made = try store.create(name: "ci", actor: ann, time: time)
    try store.delete("ci", actor: ann, time: time)
    #expect(!"\(made)".contains(made.secret) && "\(made.actor)" == "ci (\(made.id))")
    let log = try String(contentsOfFile: "\(folder.path)/access.jsonl", encoding: .utf8)
    #expect(!log.contains(made.secret))
    #expect(
      log
        == ["created", "deleted"].map { action in
          #"{"time":"2026-11-18T11:06:40.000000Z","actor":"ann@here","id":"\#(made.id)","#
            + #""name":"ci","action":"\#(action)"}"# + "\n"
        }.joined())
  }

  @Test(arguments: ["", "a b", "ä", "a/b", "a\u{1B}[m", String(repeating: "a", count: 65)])
  func refusesNames(_ name: String) throws {
    let error = #expect(throws: CommandError.self) {
      try store.create(name: name, actor: ann, time: time)
    }
    #expect(error?.code == .badRequest)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func refusesTakenNamesAndUnknownOnes() throws {
    let made = try store.create(name: "ci", actor: ann, time: time)
    for name in ["ci", made.id] {
      let error = #expect(throws: CommandError.self) {
        try store.create(name: name, actor: ann, time: time)
      }
      #expect(error?.code == .conflict)
    }
    let error = #expect(throws: CommandError.self) {
      try store.delete("other", actor: ann, time: time)
    }
    #expect(error?.code == .notFound)
    #expect(try store.credentials() == [made])
  }

  @Test func isBounded() throws {
    let full = (0..<AccessLimits.credentials).map { index in
      AccessCredential(
        id: "KEYS\(index)", name: "n\(index)", secret: "s", createdDate: time, createdBy: "a")
    }
    try AccessFile(workspacePath: folder.path).replace(with: full)
    #expect(try store.credentials() == full)
    let error = #expect(throws: CommandError.self) {
      try store.create(name: "more", actor: ann, time: time)
    }
    #expect(error?.code == .limitExceeded)
  }

  @Test(arguments: [
    "", "{}", "[]", #"{"version":1}"#, #"{"version":1,"credentials":[{}]}"#,
    #"{"version":1,"credentials":[{"id":"","name":"a","secret":"s","created":1,"createdBy":"x"}]}"#,
    #"{"version":1,"credentials":[{"id":"K","name":"a","secret":"","created":1,"createdBy":"x"}]}"#,
    #"{"version":1,"credentials":[]} {}"#,
  ])
  func refusesADamagedFile(_ text: String) throws {
    try write(text)
    #expect(throws: WorkspaceError.self) { try store.credentials() }
    #expect(throws: WorkspaceError.self) { try store.create(actor: ann, time: time) }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
  }

  @Test func refusesAFileOfANewerForm() throws {
    try write(#"{"version":2,"credentials":[]}"#)
    let error = #expect(throws: WorkspaceError.self) { try store.credentials() }
    #expect(error?.code == .newerVersion)
  }

  @Test func refusesFilesOthersCanReachAndLinks() throws {
    try store.create(actor: ann, time: time)
    for mode in [0o640, 0o604, 0o620] as [mode_t] {
      #expect(chmod(file, mode) == 0)
      #expect(throws: WorkspaceError.self) { try store.credentials() }
    }
    #expect(chmod(file, 0o600) == 0)
    #expect(link(file, "\(folder.path)/second") == 0)
    #expect(throws: WorkspaceError.self) { try store.credentials() }
    #expect(unlink("\(folder.path)/second") == 0)
    #expect(try store.credentials().count == 1)
    #expect(rename(file, "\(folder.path)/moved") == 0)
    #expect(symlink("\(folder.path)/moved", file) == 0)
    #expect(throws: WorkspaceError.self) { try store.credentials() }
    #expect(throws: WorkspaceError.self) { try store.create(name: "x", actor: ann, time: time) }
  }

  @Test func aLinkInPlaceOfTheNewFileIsNotFollowed() throws {
    let victim = "\(folder.path)/victim"
    try "kept".write(toFile: victim, atomically: false, encoding: .utf8)
    #expect(symlink(victim, "\(folder.path)/access.json.new") == 0)
    try store.create(actor: ann, time: time)
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "kept")
    #expect(try store.credentials().count == 1)
  }

  @Test func writersAtOnceLoseNothing() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<16 {
        group.addTask { [store, ann, time] in
          _ = try store.create(name: "n\(index)", actor: ann, time: time)
        }
      }
      try await group.waitForAll()
    }
    #expect(Set(try store.credentials().map(\.name)).count == 16)
  }

  @Test func aRunningReaderSeesEveryChangeAtOnce() throws {
    var lines: [String] = []
    let ring = AccessKeyRing(workspacePath: folder.path) { lines.append($0) }
    #expect(ring.credential("KEYS") == nil)
    for round in 0..<20 {
      let made = try store.create(name: "n\(round)", actor: ann, time: time)
      #expect(ring.credential(made.id) == made)
      try store.delete(made.id, actor: ann, time: time)
      #expect(ring.credential(made.id) == nil)
    }
    #expect(lines.isEmpty)
    let made = try store.create(actor: ann, time: time)
    #expect(ring.count == 1)
    #expect(chmod(file, 0o644) == 0)
    #expect(ring.credential(made.id) == nil)
    #expect(lines.count == 1 && lines[0].contains("chmod 600"))
    #expect(chmod(file, 0o600) == 0)
    #expect(ring.credential(made.id) == made)
    #expect(unlink(file) == 0)
    #expect(ring.credential(made.id) == nil)
  }
}
