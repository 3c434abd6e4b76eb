import Foundation
import TestSupport
import Testing

/// Exit codes and the form of errors, which scripts rely on.
@Suite("Errors of the command line")
struct ErrorFormTests {
  /// A command line that fails, on an otherwise healthy workspace.
  struct Case: CustomTestStringConvertible, Sendable {
    let words: [String]
    let exit: Int32
    /// The word after `keystile:`.
    let code: String
    /// What the message or the remedy says among other things.
    let says: String

    init(_ line: String, _ exit: Int32, _ code: String, says: String = "") {
      words = line.split(separator: " ").map(String.init)
      (self.exit, self.code, self.says) = (exit, code, says)
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  static let cases = [
    Case("kye list", 2, "usage", says: "key"),
    Case("key craete web", 2, "usage", says: "create"),
    Case("key list --unatached", 2, "usage", says: "--unattached"),
    Case("key create", 2, "usage", says: "NAME"),
    Case("key create a b", 2, "usage"),
    Case("key", 2, "usage", says: "create"),
    Case("method require-key shop GET /pets maybe", 2, "usage", says: "on"),
    Case("plan create p --rate fast", 2, "usage", says: "fast"),
    Case("plan create p --quota 5/YEARS/2", 2, "usage", says: "MONTH"),
    Case("plan set standard", 2, "usage"),
    Case("plan add-stage standard shop", 2, "usage", says: "API:STAGE"),
    Case("history --limit 0", 2, "usage", says: "500"),
    Case("usage show standard --from yesterday", 2, "usage", says: "YYYY-MM-DD"),
    Case("serve --listen nowhere", 2, "usage", says: "HOST:PORT"),
    Case("demo --for 0", 2, "usage", says: "86400"),
    Case("help nothing", 2, "usage"),
    Case("completion tcsh", 2, "usage", says: "bash"),
    Case("key show nobody", 1, "NotFoundException", says: "key list"),
    Case("api show nothing", 1, "NotFoundException", says: "api list"),
    Case("stage show shop beta", 1, "NotFoundException", says: "prod"),
    Case("method show shop GET /cats", 1, "NotFoundException"),
    Case("plan create p --rate -1", 1, "BadRequestException"),
    Case("plan create p --quota 5/YEAR", 1, "ValidationException", says: "MONTH"),
    Case("plan attach standard web", 1, "ConflictException"),
    Case("plan delete standard --yes", 1, "BadRequestException"),
    Case("key delete web", 1, "confirmation", says: "--yes"),
    Case("undo 99999", 1, "noSuchLine", says: "history"),
    Case("key import /no/such/file.csv", 1, "unreadable", says: "does not exist"),
    Case("key import /tmp", 1, "unreadable", says: "is a folder"),
    Case("method put shop GET /a+b", 1, "BadRequestException", says: "/pets/{petId}"),
    Case(
      "method put shop GET /x --proxy http://127.0.0.1:99999/", 1, "BadRequestException",
      says: "65535"),
    Case("usage grant standard web 9223372036854775807", 1, "BadRequestException"),
    Case("--json help", 2, "usage", says: "JSON"),
    Case("--json manual", 2, "usage", says: "JSON"),
    Case("--json completion bash", 2, "usage", says: "JSON"),
    Case("--json demo", 2, "usage", says: "--headless"),
    Case("--workspace /tmp/x demo --headless", 2, "usage", says: "--workspace"),
    Case("demo", 4, "program", says: "demo --headless"),
  ]

  @Test("What is not understood or refused ends with its code, one line and a way on")
  func table() throws {
    let bench = try Shop(Workbench()).bench
    let before = try bench.keystile("journal", "head")
    for each in Self.cases {
      let run = try bench.run(each.words)
      #expect(run.exit == .code(each.exit), "\(run)")
      #expect(run.output.isEmpty, "\(run)")
      let lines = run.errors.split(separator: "\n")
      #expect(lines.first?.hasPrefix("keystile: \(each.code)") == true, "\(run)")
      #expect(lines.count <= 2 && lines.dropFirst().allSatisfy { $0.hasPrefix("try: ") }, "\(run)")
      #expect(each.says.isEmpty || run.errors.contains(each.says), "\(run)")
    }
    #expect(try bench.keystile("journal", "head") == before, "a refused command changed something")
  }

  @Test("A name that two entities have is refused with both ids")
  func ambiguous() throws {
    let bench = try Workbench()
    let ids = try [bench.make("key", "create", "twin"), bench.make("key", "create", "twin")]
    let run = try bench.run(["key", "disable", "twin"])
    #expect(run.exit == .code(1), "\(run)")
    for id in ids { #expect(run.errors.contains(id), "\(run)") }
    try bench.keystile("key", "disable", ids[0])
  }

  @Test("A workspace that cannot be used ends with 3, and nothing is changed in it")
  func unusableWorkspace() throws {
    let bench = try Workbench()
    try Data("not a folder".utf8).write(to: URL(fileURLWithPath: bench.workspace))
    for words in [["key", "list"], ["key", "create", "a"], ["serve", "--listen", "127.0.0.1:0"]] {
      let run = try bench.run(words)
      #expect(run.exit == .code(3), "\(run)")
      #expect(run.errors.hasPrefix("keystile: "), "\(run)")
    }
    let kept = try String(contentsOfFile: bench.workspace, encoding: .utf8)
    #expect(kept == "not a folder")
  }

  @Test("A damaged line in the middle of the journal is refused by every verb")
  func damagedJournal() throws {
    let bench = try Workbench()
    for number in 0..<5 { try bench.keystile("key", "create", "key-\(number)") }
    let (file, bytes) = try Self.damageMiddle(of: "\(bench.workspace)/journal")
    let offset = try #require(Self.offset(ofLineHolding: "qey-2", in: bytes))
    let place = "(\(file), offset \(offset), sequence 3)"
    for words in [
      ["key", "list"], ["history"], ["key", "create", "late"], ["journal", "verify"],
      ["serve", "--listen", "127.0.0.1:0", "--control", "none"],
    ] {
      let run = try bench.run(words)
      #expect(run.exit == .code(3), "\(run)")
      let lines = run.errors.split(separator: "\n")
      #expect(lines.count == 2, "\(run)")
      #expect(lines.first?.hasPrefix("keystile: damaged: ") == true, "\(run)")
      #expect(lines.first?.hasSuffix(place) == true, "\(place) in \(run)")
      #expect(lines.last?.contains("a copy of it from before the damage") == true, "\(run)")
      #expect(lines.last?.contains("journal verify") == (words[0] != "journal"), "\(run)")
    }
    let verified = try bench.run(["journal", "verify"])
    #expect(verified.output.contains("the damaged record begins  7b 22"), "\(verified)")
    #expect(FileManager.default.contents(atPath: file) == bytes, "the evidence was changed")
  }

  @Test("A port that is taken ends with 5")
  func portTaken() throws {
    let bench = try Workbench()
    let gateway = try bench.serve()
    let run = try bench.run(["serve", "--listen", "127.0.0.1:\(gateway.port)", "--control", "none"])
    #expect(run.exit == .code(5), "\(run)")
    #expect(run.errors.contains("try: "), "\(run)")
  }

  @Test("What cannot be written to standard output is told; a reader that leaves is not")
  func fullOutput() throws {
    let bench = try Shop(Workbench()).bench
    for words in ["key export", "history", "key create other --reveal", "usage export", "help"] {
      let full = try Self.shell("keystile \(words) > /dev/full", bench)
      #expect(full.exit == .code(5), "\(full)")
      let lines = full.errors.split(separator: "\n").filter { !$0.hasPrefix("The value") }
      #expect(lines.count == 2 && lines[0].hasPrefix("keystile: output: "), "\(full)")
      #expect(lines[0].contains("No space left"), "\(full)")
    }
    let closed = try Self.shell("keystile key create third >&-", bench)
    #expect(closed.exit == .code(5), "\(closed)")
    #expect(try bench.keystile("journal", "verify").hasPrefix("sound"))
    let left = try Self.shell("set -o pipefail; keystile help | true", bench)
    #expect(left.exit == .code(0) && left.errors.isEmpty, "\(left)")
  }

  @Test("Standard input that cannot be read is not taken for an empty one")
  func unreadableInput() throws {
    let bench = try Shop(Workbench()).bench
    for words in ["key import -", "key create other --value-stdin", "api import -"] {
      for (input, reason) in [("< /", "is a folder"), ("<&-", "cannot be read")] {
        let run = try Self.shell("keystile \(words) \(input)", bench)
        #expect(run.exit == .code(1), "\(run)")
        #expect(run.errors.hasPrefix("keystile: unreadable: Standard input"), "\(run)")
        #expect(run.errors.contains(reason), "\(run)")
      }
    }
  }

  @Test("What reads or changes makes no workspace, and says which verb does")
  func missingWorkspace() throws {
    let bench = try Workbench()
    for line in [
      "key list", "plan list", "history", "doctor", "usage show", "journal verify", "journal head",
      "key enable web", "undo --yes", "usage export", "access list",
    ] {
      let run = try bench.run(line.split(separator: " ").map(String.init))
      #expect(run.exit == .code(3), "\(run)")
      #expect(run.errors.hasPrefix("keystile: notFound: there is no workspace"), "\(run)")
      #expect(run.errors.contains("try: keystile api create"), "\(run)")
      #expect(!FileManager.default.fileExists(atPath: bench.workspace), "\(line) made one")
    }
    let way = "\(bench.home.path)/way"
    let run = try bench.run(["--workspace", "\(way)/../shop", "api", "create", "shop"])
    #expect(run.exit == .code(3), "\(run)")
    #expect(!FileManager.default.fileExists(atPath: way))
  }

  @Test("Damaged counters end every program with 3, the file's name and what to do")
  func damagedUsage() throws {
    let shop = try Shop(Workbench())
    let gateway = try shop.bench.serve()
    #expect(try gateway.get(shop.path, key: shop.secret).status == 200)
    try gateway.stop()
    let folder = "\(shop.bench.workspace)/usage"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let file = try #require(FileHandle(forUpdatingAtPath: "\(folder)/\(name)"))
      try file.write(contentsOf: Data((0..<100).map { UInt8($0) ^ 0x5A }))
      try file.close()
    }
    for words in [["serve", "--listen", "127.0.0.1:0", "--control", "none"], ["usage", "show"]] {
      let run = try shop.bench.run(words)
      #expect(run.exit == .code(3), "\(run)")
      #expect(run.errors.contains("keystile: usage-table: \(folder)"), "\(run)")
      #expect(run.errors.contains("try: Stop the gateways, then: mv \(folder)"), "\(run)")
    }
    // What the remedy says helps.
    try FileManager.default.moveItem(atPath: folder, toPath: "\(folder).damaged")
    let again = try shop.bench.serve()
    #expect(try again.get(shop.path, key: shop.secret).status == 200)
    try shop.bench.keystile("usage", "show")
  }

  @Test("serve --json says where it is in one value")
  func servedAddresses() throws {
    let bench = try Workbench()
    let process = try ChildProcess(
      [Workbench.program, "serve", "--listen", "127.0.0.1:0", "--control", "none", "--json"],
      environment: bench.environment)
    try process.wait(for: "the addresses") { $0.contains("\n") }
    let value = try JSON(process.output)
    #expect(value["gateway"].string?.hasPrefix("http://127.0.0.1:") == true, "\(process.output)")
    process.signal(SIGTERM)
    #expect(try process.waitForExit() == .code(0))
  }

  /// Runs a line of bash that calls the program.
  private static func shell(_ line: String, _ bench: Workbench) throws -> Workbench.Run {
    let script = line.replacing("keystile", with: "'\(Workbench.program)'")
    let child = try ChildProcess(
      ["/bin/bash", "-c", script], environment: bench.environment, input: [])
    let exit = try child.waitForExit()
    return Workbench.Run(
      words: [line], exit: exit, output: child.output, errors: child.errorOutput)
  }

  /// Where the line begins that holds a text.
  private static func offset(ofLineHolding text: String, in bytes: Data) -> Int? {
    bytes.range(of: Data(text.utf8)).map { range in
      (bytes[..<range.lowerBound].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    }
  }

  /// Flips a letter within a line that others follow.
  private static func damageMiddle(of folder: String) throws -> (file: String, bytes: Data) {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let segment = try #require(names.first { $0.hasSuffix(".jl") }, "\(names)")
    let file = "\(folder)/\(segment)"
    var bytes = try #require(FileManager.default.contents(atPath: file))
    let range = try #require(bytes.range(of: Data("key-2".utf8)))
    bytes[range.lowerBound] = UInt8(ascii: "q")
    try bytes.write(to: URL(fileURLWithPath: file))
    return (file, bytes)
  }
}
