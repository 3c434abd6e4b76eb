import Foundation
import TestSupport
import Testing

/// A home folder with a workspace, and the real program on it.
final class Workbench {
  /// How a run of the program ended.
  struct Run: CustomStringConvertible {
    let words: [String]
    let exit: PseudoTerminal.Exit
    let output: String
    let errors: String

    var description: String {
      "keystile \(words.joined(separator: " ")): \(exit)\n\(output)\n\(errors)"
    }
  }

  static let program = BuiltProgram.path("keystile")
  let home: TemporaryDirectory

  init() throws { home = try TemporaryDirectory() }

  var workspace: String { "\(home.path)/workspace" }

  /// Nothing of the machine's own settings reaches the program.
  var environment: [String: String] {
    [
      "PATH": "/usr/bin:/bin", "HOME": home.path, "TMPDIR": home.path, "TERM": "xterm-256color",
      "LANG": "C.UTF-8", "TZ": "UTC", "USER": "tester", "KEYSTILE_WORKSPACE": workspace,
    ]
  }

  // MARK: Verbs

  /// Runs a command line to its end.
  func run(
    _ words: [String], input: String = "", environment changes: [String: String?] = [:]
  ) throws -> Run {
    var variables = environment
    for (name, value) in changes { variables[name] = value }
    let child = try ChildProcess(
      [Self.program] + words, environment: variables, input: Array(input.utf8))
    let exit = try child.waitForExit()
    return Run(words: words, exit: exit, output: child.output, errors: child.errorOutput)
  }

  /// Runs a command line that has to succeed.
  @discardableResult
  func keystile(
    _ words: String..., input: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let run = try run(words, input: input)
    try #require(run.exit == .code(0), "\(run)", sourceLocation: sourceLocation)
    return run.output
  }

  /// Runs a verb that makes something, and returns its id.
  func make(
    _ words: String..., input: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let run = try run(["--quiet"] + words, input: input)
    try #require(run.exit == .code(0), "\(run)", sourceLocation: sourceLocation)
    return run.output.split(separator: "\n").first.map(String.init) ?? ""
  }

  /// Runs a verb in JSON form.
  func json(
    _ words: String..., exit: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> JSON {
    let run = try run(["--json"] + words)
    try #require(run.exit == .code(exit), "\(run)", sourceLocation: sourceLocation)
    return try JSON(run.output)
  }

  // MARK: Programs

  /// Starts a gateway and waits until it serves.
  func serve() throws -> ServedGateway { try ServedGateway(self) }

  /// Starts the console on a terminal of its own.
  func console(
    _ words: [String] = [], columns: Int = 120, rows: Int = 40,
    environment changes: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      running: [Self.program] + words, columns: columns, rows: rows,
      environment: environment.merging(changes) { $1 }, directory: home.path)
  }
}
