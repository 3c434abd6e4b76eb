import Foundation
import GatewayModel
import TestSupport
import Testing

@testable import AdminCLI

/// A command line on a workspace of its own, with every edge in memory.
final class AdminBench {
  /// What a command line came to.
  struct Run {
    var code: ExitCode?
    var output = ""
    var error = ""

    /// The lines of standard output.
    var lines: [String] {
      output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// The first word of standard output, as `$(…)` and `read` take it.
    var firstWord: String { String(output.prefix { $0 != " " && $0 != "\n" }) }
  }

  let directory: TemporaryDirectory
  var input = ""
  var answers: [String] = []
  var files: [String: String] = [:]
  var isTerminal = false
  var variables: [String: String] = [:]
  /// How many more times waiting goes on before the program is asked to end.
  var waitsLeft = 0
  private var clock = Timestamp(seconds: 1_795_000_000)
  private var current = Run()

  init() throws {
    directory = try TemporaryDirectory()
  }

  var workspacePath: String { "\(directory.path)/workspace" }

  /// Runs a command line on the workspace.
  @discardableResult
  func run(_ words: [String]) -> Run {
    current = Run()
    switch CommandLineRunner(environment: environment).run(words) {
    case .finished(let code): current.code = code
    case .program: current.code = nil
    }
    return current
  }

  /// Runs a command line on the workspace.
  @discardableResult
  func run(_ words: String...) -> Run { run(words) }

  /// Runs a command line that must succeed.
  @discardableResult
  func done(_ words: String..., sourceLocation: SourceLocation = #_sourceLocation) -> Run {
    let result = run(words)
    #expect(
      result.code == .done, "\(words): \(result.error)", sourceLocation: sourceLocation)
    return result
  }

  /// Runs a command line that must be refused with a code, saying so in one line and what to try.
  @discardableResult
  func refused(
    _ words: String..., code: ExitCode = .refused, word: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Run {
    let result = run(words)
    #expect(result.code == code, "\(words): \(result.error)", sourceLocation: sourceLocation)
    let lines = result.error.split(separator: "\n")
    let first = lines.first { $0.hasPrefix("keystile: \(word.map { "\($0): " } ?? "")") }
    #expect(first != nil, "\(words): \(result.error)", sourceLocation: sourceLocation)
    #expect(
      lines.last?.hasPrefix("try: ") == true && lines.last != "try: ", "\(words): \(result.error)",
      sourceLocation: sourceLocation)
    return result
  }

  /// Runs a command line with `--json` and gives its one value back.
  func json(
    _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String: Any] {
    let result = run(words + ["--json"])
    #expect(result.lines.count == 1, "\(words): one line", sourceLocation: sourceLocation)
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(value as? [String: Any], sourceLocation: sourceLocation)
  }

  /// Runs a list with `--json`.
  func items(
    _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [[String: Any]] {
    let result = run(words + ["--json"])
    #expect(result.lines.count == 1, "\(words): one line", sourceLocation: sourceLocation)
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let object = try #require(value as? [String: Any], sourceLocation: sourceLocation)
    return try #require(object["items"] as? [[String: Any]], sourceLocation: sourceLocation)
  }

  /// The tutorial's workspace: an API with a method that requires a key, served, planned and keyed.
  func setUpShop(sourceLocation: SourceLocation = #_sourceLocation) {
    let script = [
      ["api", "create", "shop"],
      ["method", "put", "shop", "GET", "/pets", "--require-key", "--mock", "200:[]"],
      ["deploy", "shop", "prod", "--yes"],
      ["key", "create", "web"],
      [
        "plan", "create", "standard", "--rate", "50", "--burst", "100", "--quota", "1000/MONTH",
        "--stage", "shop:prod",
      ],
      ["plan", "attach", "standard", "web"],
    ]
    for words in script {
      let result = run(words)
      #expect(result.code == .done, "\(words): \(result.error)", sourceLocation: sourceLocation)
    }
  }

  private var environment: AdminEnvironment {
    AdminEnvironment(
      variables: variables.merging(["KEYSTILE_WORKSPACE": workspacePath]) { own, _ in own },
      inputIsTerminal: isTerminal, outputIsTerminal: isTerminal,
      readInput: { [unowned self] limit in
        input.utf8.count <= limit ? .success(input) : .failure(.tooLong)
      },
      readLine: { [unowned self] _ in answers.isEmpty ? nil : answers.removeFirst() },
      readFile: { [unowned self] path, limit in
        guard let text = files[path] else { return .failure(.missing) }
        return text.utf8.count <= limit ? .success(text) : .failure(.tooLong)
      },
      writeOutput: { [unowned self] in current.output += $0 },
      writeError: { [unowned self] in current.error += $0 },
      now: { [unowned self] in
        clock = Timestamp(microseconds: clock.microseconds + 1_000_000)
        return clock
      },
      wait: { [unowned self] _ in
        waitsLeft -= 1
        return waitsLeft >= 0 ? nil : .interrupted
      })
  }
}
