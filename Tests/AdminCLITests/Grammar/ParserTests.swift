import Testing

@testable import AdminCLI

@Suite struct ParserTests {
  private let parser = CommandLineParser(verbs: VerbTable.all)

  private func invocation(_ words: [String]) throws -> (Invocation, GlobalOptions) {
    guard case .run(let invocation, let globals) = try parser.parse(words) else {
      throw CommandLineError("help was understood from \(words)", remedy: "")
    }
    return (invocation, globals)
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var words: [String]
    var says: String
    var testDescription: String { words.joined(separator: " ") }

    init(_ words: String..., says: String) {
      self.words = words
      self.says = says
    }
  }

  @Test(arguments: [
    Mistake("kye", says: "There is no verb “kye”. Did you mean key?"),
    Mistake("", says: "There is no verb “”"),
    Mistake("zzzzzz", says: "There is no verb “zzzzzz”."),
    Mistake("key", says: "key needs a verb: create, list"),
    Mistake("key", "creat", says: "key has no verb “creat”. Did you mean create?"),
    Mistake("key", "create", says: "key create needs NAME."),
    Mistake("key", "create", "a", "b", says: "key create takes no “b”."),
    Mistake("method", "show", "shop", says: "method show needs VERB PATH."),
    Mistake("key", "create", "a", "--descripton", "x", says: "Did you mean --description?"),
    Mistake("key", "--bogus", "list", says: "There is no option --bogus"),
    Mistake("key", "list", "--name", says: "--name needs a value: NAME."),
    Mistake("key", "list", "--name", "--json", says: "--name needs a value: NAME."),
    Mistake("key", "list", "--unattached=yes", says: "--unattached takes no value."),
    Mistake("key", "list", "--json=yes", says: "--json takes no value."),
    Mistake("key", "list", "--workspace", "", says: "--workspace needs a value"),
    Mistake("key", "list", "--as=", says: "--as needs a value"),
    Mistake("key", "list", "--workspace", says: "--workspace needs a value"),
    Mistake("key", "list", "--name", "a", "--name", "b", says: "--name is given twice."),
    Mistake("key", "list", "-x", says: "There is no option -x of key list."),
    Mistake("completion", "ksh", says: "SHELL is one of bash, zsh, fish, not “ksh”."),
    Mistake("doctor", "--severity", "bad", says: "--severity takes one of"),
    Mistake("method", "require-key", "a", "GET", "/", "maybe", says: "is one of on, off"),
    Mistake("--bogus", says: "There is no option --bogus"),
  ])
  func saysWhatIsWrong(mistake: Mistake) {
    let error = #expect(throws: CommandLineError.self) { try parser.parse(mistake.words) }
    #expect(error?.message.contains(mistake.says) == true, "\(error?.message ?? "")")
    #expect(error?.remedy.isEmpty == false)
  }

  @Test func neverRepeatsWhatFollowsTheEqualsSignOfAnUnknownOption() {
    for words in [
      ["key", "--valeu=hunter2secret"], ["key", "create", "a", "--value=hunter2secret"],
    ] {
      let error = #expect(throws: CommandLineError.self) { try parser.parse(words) }
      #expect(error?.message.contains("hunter2secret") == false)
    }
  }

  @Test(arguments: [
    ["--json", "--workspace", "/w", "key", "list"], ["key", "--json", "--workspace=/w", "list"],
    ["key", "list", "--json", "--workspace", "/w"],
  ])
  func takesGlobalOptionsAnywhere(words: [String]) throws {
    let (invocation, globals) = try invocation(words)
    #expect(invocation.verb.title == "key list")
    #expect(globals.json)
    #expect(globals.workspace == "/w")
  }

  @Test func takesValuesInBothForms() throws {
    let (first, _) = try invocation(["plan", "set", "p", "--rate=5", "--name", "a=b"])
    #expect(first.value("--rate") == "5")
    #expect(first.value("--name") == "a=b")
    let (second, _) = try invocation(["stage", "set", "a", "s", "--rate", "-1", "--variable=x=y=z"])
    #expect(try second.decimal("--rate") == -1)
    #expect(second.value("--variable") == "x=y=z")
  }

  @Test func collectsRepeatedOptionsInOrder() throws {
    let (plan, _) = try invocation(["plan", "create", "p", "--stage", "a:b", "--stage=c:d"])
    #expect(plan.values("--stage") == ["a:b", "c:d"])
  }

  @Test func takesEverythingAfterTwoDashesAsArguments() throws {
    let (key, globals) = try invocation(["key", "create", "--", "--json"])
    #expect(key.arguments == ["--json"])
    #expect(!globals.json)
    let (file, _) = try invocation(["key", "import", "-"])
    #expect(file.arguments == ["-"])
  }

  @Test func opensTheConsoleWithoutWords() throws {
    #expect(try invocation([]).0.verb.title == "console")
    let (console, globals) = try invocation(["--workspace", "/w"])
    #expect(console.verb.title == "console")
    #expect(globals.workspace == "/w")
    #expect(try invocation(["--version"]).0.verb.title == "version")
  }

  @Test(arguments: [
    (["-h"], []), (["--help"], []), (["key", "-h"], ["key"]), (["key", "--help"], ["key"]),
    (["key", "create", "-h"], ["key", "create"]), (["--help", "deploy"], ["deploy"]),
    (["key", "create", "a", "--reveal", "--help"], ["key", "create"]),
  ])
  func helpsWhereverItIsAsked(words: [String], about: [String]) throws {
    guard case .help(let found, _) = try parser.parse(words) else {
      Issue.record("\(words) is not a call for help")
      return
    }
    #expect(found == about)
  }

  @Test(arguments: [
    ("--rate", "fast"), ("--rate", "nan"), ("--rate", "1e999"), ("--burst", "1.5"),
    ("--burst", "99999999999999999999"), ("--quota", "10"), ("--quota", "10/DAY/2"),
    ("--quota", "ten/DAY"), ("--quota", "10/"), ("--quota", "10/MONTH+x"),
  ])
  func refusesWhatIsNoNumber(option: String, value: String) throws {
    let bench = try AdminBench()
    let run = bench.refused("plan", "create", "p", option, value, code: .usage, word: "usage")
    #expect(run.error.contains(option))
    #expect(run.error.contains("try: keystile plan create --help"))
  }

  @Test(arguments: [
    ("--rate", "-1"), ("--burst", "-1"), ("--quota", "-1/DAY"), ("--quota", "10/FORTNIGHT"),
    ("--quota", "10/DAY+1"), ("--quota", "10/MONTH+31"), ("--burst", "9999999999999"),
  ])
  func leavesRangesToTheModel(option: String, value: String) throws {
    let bench = try AdminBench()
    // A throttle needs both of its members to be judged by its range.
    let other = ["--rate": ["--burst", "1"], "--burst": ["--rate", "1"]][option] ?? []
    let run = bench.run(["plan", "create", "p", option, value] + other)
    #expect(run.code == .refused, "\(run.error)")
    #expect(run.error.contains("keystile: "))
  }
}
