import Foundation
import TestSupport
import Testing

/// A workspace with a running gateway and control plane, and the variables by which AWS's tools find them.
struct ControlledWorkspace {
  let bench: Workbench
  let gateway: ServedGateway
  /// What `keystile access env` prints, as variables, with what a tool needs besides.
  let environment: [String: String]

  /// Where the tests' scripts and configurations are.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path

  init() throws {
    bench = try Workbench()
    let id = try bench.make("access", "create", "tools")
    gateway = try ServedGateway(bench, isSigned: true)
    var variables = bench.environment
    for line in try bench.keystile("access", "env", id).split(separator: "\n")
    where line.hasPrefix("export ") {
      let (name, value) = Self.assignment(line.dropFirst("export ".count))
      variables[name] = value
    }
    // AWS's tools look for settings in the home folder and for a machine's role on the network.
    variables["AWS_EC2_METADATA_DISABLED"] = "true"
    variables["AWS_PAGER"] = ""
    variables["PYTHONDONTWRITEBYTECODE"] = "1"
    environment = variables
  }

  private static func assignment(_ text: Substring) -> (String, String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let value = parts.count > 1 ? parts[1] : ""
    return (String(parts[0]), value.trimmingCharacters(in: CharacterSet(charactersIn: "'\"")))
  }

  /// Starts one of AWS's tools.
  func start(
    _ tool: AWSTool, _ words: [String], adding variables: [String: String] = [:]
  ) throws -> ChildProcess {
    let path = try #require(tool.path, "\(tool.remedy)")
    return try ChildProcess(
      [path] + words, environment: environment.merging(variables) { $1 })
  }

  /// Runs one of AWS's tools to its end and returns what it printed.
  /// - Parameter exit: how it has to end.
  @discardableResult
  func run(
    _ tool: AWSTool, _ words: [String], adding variables: [String: String] = [:],
    exit: Int32 = 0, timeout: Duration = .seconds(120),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let child = try start(tool, words, adding: variables)
    let ended = try child.waitForExit(timeout: timeout)
    try #require(
      ended == .code(exit),
      "\(tool.program) \(words.joined(separator: " ")): \(ended)\n\(child.output)\n\(child.errorOutput)",
      sourceLocation: sourceLocation)
    return child.output
  }

  /// Runs one of the tests' Python scripts.
  @discardableResult
  func python(
    _ script: String, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    try run(
      .boto3, ["\(Self.folder)/Scripts/\(script)"] + words, sourceLocation: sourceLocation)
  }

  /// Runs an AWS command line, the words after `aws`, and reads its JSON.
  @discardableResult
  func aws(
    _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> JSON {
    let output = try run(.aws, words + ["--output", "json"], sourceLocation: sourceLocation)
    return try JSON(output.isEmpty ? "null" : output)
  }
}
