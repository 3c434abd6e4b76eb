import Testing

@testable import AdminCLI

/// Questions before what cannot easily be put right, and text from outside.
@Suite struct SafetyTests {
  private let bench: AdminBench

  init() throws {
    bench = try AdminBench()
    bench.setUpShop()
  }

  struct Question: Sendable, CustomTestStringConvertible {
    var words: [String]
    var answer: String
    var testDescription: String { words.joined(separator: " ") }
  }

  private static let questions = [
    Question(words: ["api", "delete", "shop"], answer: "shop"),
    Question(words: ["resource", "delete", "shop", "/pets"], answer: "yes"),
    Question(words: ["method", "delete", "shop", "GET", "/pets"], answer: "yes"),
    Question(words: ["deploy", "shop", "prod"], answer: "prod"),
    Question(words: ["stage", "delete", "shop", "prod"], answer: "prod"),
    Question(words: ["key", "delete", "web"], answer: "web"),
    Question(words: ["plan", "delete", "standard", "--remove-stages"], answer: "standard"),
    Question(words: ["undo"], answer: "yes"),
  ]

  private func changes() throws -> Int { try bench.items("history").count }

  @Test(arguments: questions)
  func changesNothingWhereNobodyCanBeAsked(question: Question) throws {
    let before = try changes()
    let run = bench.run(question.words)
    #expect(run.code == .refused)
    #expect(run.error.contains("keystile: confirmation: "))
    let remedy = try #require(run.error.split(separator: "\n").last { $0.hasPrefix("try: ") })
    #expect(try changes() == before)
    // What it says to type does it.
    let words = ShellLine(String(remedy.dropFirst("try: ".count))).words.dropFirst()
    #expect(bench.run(Array(words)).code == .done, "\(words)")
    #expect(try changes() > before)
  }

  @Test(arguments: questions)
  func asksOnATerminalAndTakesNoForAnAnswer(question: Question) throws {
    bench.isTerminal = true
    let before = try changes()
    for answer in ["", "y", "n", "\(question.answer) "] {
      bench.answers = [answer]
      let run = bench.run(question.words)
      #expect(run.code == .refused, "“\(answer)”")
      #expect(run.error.contains("keystile: cancelled: "))
    }
    bench.answers = []
    #expect(bench.run(question.words).code == .refused, "the end of input is no consent")
    #expect(try changes() == before)
    bench.answers = [question.answer]
    let run = bench.run(question.words)
    #expect(run.code == .done, "\(run.error)")
    #expect(run.error.contains("Type \(question.answer) to go on: "))
    #expect(try changes() > before)
  }

  @Test func showsTheReviewBeforeItAsks() throws {
    bench.isTerminal = true
    bench.done("method", "require-key", "shop", "GET", "/pets", "off")
    bench.answers = ["prod"]
    let run = bench.run("deploy", "shop", "prod")
    let review = try #require(run.error.firstRange(of: "~ GET /pets"))
    let question = try #require(run.error.firstRange(of: "Type prod to go on"))
    #expect(review.lowerBound < question.lowerBound)
  }

  @Test func showsTextFromOutsideAsVisibleEscapes() throws {
    let hostile = "evil\u{202E}txt\u{2066}"
    bench.isTerminal = true
    bench.done("key", "create", hostile, "--description", hostile)
    bench.done("api", "create", hostile)
    bench.done("plan", "create", hostile)
    bench.done("plan", "attach", hostile, hostile)
    let shown = [
      ["key", "list"], ["key", "show", hostile], ["key", "export"], ["api", "list"],
      ["api", "show", hostile], ["plan", "list"], ["plan", "show", hostile], ["usage", "show"],
      ["history"], ["doctor"], ["stage", "list"], ["key", "delete", hostile],
      ["plan", "delete", hostile], ["api", "delete", hostile], ["key", "show", hostile + "x"],
      [hostile], ["key", hostile], ["key", "list", "--\(hostile)"], ["key", "list", hostile],
      ["key", "import", hostile], ["undo", hostile], ["why", hostile, hostile, "--stage", hostile],
      ["history", "\u{1B}[31m\u{7}"], ["key", "show", "a\nkeystile: forged: line"],
    ]
    for words in shown {
      let run = bench.run(words)
      for scalar in (run.output + run.error).unicodeScalars {
        let isBidi =
          (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        #expect(!isBidi && scalar != "\u{7}", "\(words) shows \(scalar.value)")
      }
      #expect(!run.error.contains("\nkeystile: forged"))
    }
  }

  @Test func colorsOnlyATerminalThatWantsThem() throws {
    func isColored(_ words: String...) -> Bool {
      bench.run(words).output.contains("\u{1B}[")
    }
    #expect(!isColored("key", "list"))
    bench.isTerminal = true
    #expect(isColored("key", "list"))
    #expect(!isColored("key", "list", "--no-color"))
    #expect(!isColored("key", "list", "--json"))
    bench.variables["NO_COLOR"] = "1"
    #expect(!isColored("key", "list"))
  }

  @Test func saysWhenTheWorkspaceCannotBeUsed() throws {
    let run = bench.refused("key", "list", "--workspace", "/dev/null/x", code: .workspace)
    #expect(run.error.contains("try: "))
    bench.variables["KEYSTILE_WORKSPACE"] = nil
  }

  @Test func leavesProgramVerbsToTheProgram() throws {
    for words in [[], ["console"], ["serve", "--listen", "127.0.0.1:0"], ["demo", "--headless"]] {
      #expect(bench.run(words).code == nil)
    }
  }
}
