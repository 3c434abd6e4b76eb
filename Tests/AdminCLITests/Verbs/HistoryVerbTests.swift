import Foundation
import Testing

@testable import AdminCLI

/// Readings of the journal.
@Suite struct HistoryVerbTests {
  private let bench: AdminBench

  init() throws {
    bench = try AdminBench()
    bench.setUpShop()
  }

  @Test func listsChangesOfEverythingAndOfOne() throws {
    let all = try bench.items("history")
    #expect(all.count == 6)
    #expect(all.first?["sequence"] as? Int == 6)
    #expect(Set(all[0].keys) == ["sequence", "time", "actor", "surface", "summary"])
    #expect(bench.done("history", "--limit", "2", "--quiet").lines == ["#6", "#5"])
    #expect(bench.done("history", "web", "--quiet").lines == ["#6", "#4"])
    #expect(bench.done("history", "shop:prod", "--quiet").lines == ["#3"])
    #expect(bench.done("history", "standard").output.contains("standard"))
    for limit in ["0", "501", "x"] {
      bench.refused("history", "--limit", limit, code: .usage)
    }
    bench.refused("history", "nothing", word: "NotFoundException")
  }

  @Test func tellsOfADeletedKeyByItsId() throws {
    let id = bench.done("key", "list", "--quiet").firstWord
    bench.done("key", "delete", "web", "--yes")
    #expect(bench.done("history", id, "--quiet").lines == ["#7", "#6", "#4"])
  }

  @Test func namesWhatIsGoneSince() throws {
    bench.done("plan", "detach", "standard", "web")
    bench.done("key", "delete", "web", "--yes")
    bench.done("plan", "delete", "standard", "--remove-stages", "--yes")
    let told = bench.done("history").output
    #expect(told.contains("took key web out of plan standard"), "\(told)")
    #expect(told.contains("put key web in plan standard"), "\(told)")
  }

  @Test func namesWhoChanged() throws {
    bench.done("key", "disable", "web", "--as", "ana@ops")
    #expect(try bench.items("history", "--limit", "1")[0]["actor"] as? String == "ana@ops")
  }

  @Test func takesChangesBack() throws {
    bench.done("key", "disable", "web")
    let undone = try bench.json("undo", "--yes")
    #expect(undone["undone"] as? Int == 7 && undone["sequence"] as? Int == 8)
    #expect(try bench.json("key", "show", "web")["enabled"] as? Bool == true)
    #expect(bench.done("undo", "#8", "--yes").firstWord == "#9")
    #expect(try bench.json("key", "show", "web")["enabled"] as? Bool == false)
    bench.done("key", "set", "web", "--name", "renamed")
    bench.refused("undo", "7", "--yes")
    bench.refused("undo", "seven", "--yes", code: .usage)
    bench.refused("undo", "99", "--yes", word: "noSuchLine")
    bench.refused("undo", "--as", "nobody", "--yes", word: "nothing-to-undo")
  }

  @Test func verifiesASoundJournal() throws {
    let head = bench.done("journal", "head").output.dropLast()
    let result = try bench.json("journal", "verify", "--head", String(head))
    #expect(result["isSound"] as? Bool == true)
    #expect(result["recordCount"] as? Int == 6)
    #expect(result["head"] as? String == String(head))
    #expect(result["firstProblem"] is NSNull)
    #expect(bench.done("journal", "verify").firstWord == "sound")
    #expect(try bench.json("journal", "head")["sequence"] as? Int == 6)
    #expect(try bench.json("journal", "checkpoint")["sequence"] as? Int == 6)
    bench.refused("journal", "verify", "--head", "nonsense", code: .usage)
  }

  @Test func findsTheFirstDamagedLine() throws {
    bench.done("journal", "head")
    let segment = try #require(segments().first)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: segment))
    let name = try #require(bytes.range(of: Data("\"web\"".utf8)))
    bytes[name.lowerBound + 1] = UInt8(ascii: "W")
    try bytes.write(to: URL(fileURLWithPath: segment))
    let run = bench.refused("journal", "verify", code: .workspace)
    #expect(run.firstWord == "damaged")
    #expect(run.error.contains(segment) && run.error.contains("offset"))
    let json = bench.run("journal", "verify", "--json")
    #expect(json.code == .workspace)
    let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let problem = try #require(value?["firstProblem"] as? [String: Any])
    #expect(problem["file"] as? String == segment)
    #expect(problem["sequence"] as? Int == 4)
  }

  @Test func saysThatAJournalWasRolledBack() throws {
    let head = bench.done("journal", "head").output.dropLast()
    let other = try AdminBench()
    other.done("api", "create", "shop")
    let run = other.refused("journal", "verify", "--head", String(head), code: .workspace)
    #expect(run.error.contains("noted head"))
  }

  @Test func verifiesNothingWhereThereIsNothing() throws {
    let empty = try AdminBench()
    empty.refused("journal", "verify", code: .workspace, word: "notFound")
    #expect(!FileManager.default.fileExists(atPath: empty.workspacePath))
  }

  private func segments() -> [String] {
    let root = bench.workspacePath
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.map { "\(root)/\($0)" }.filter { path in
      guard !path.hasSuffix(".ck"), let bytes = FileManager.default.contents(atPath: path) else {
        return false
      }
      return bytes.range(of: Data("\"web\"".utf8)) != nil
    }
  }
}
