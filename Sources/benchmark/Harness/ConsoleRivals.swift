import GatewayModel

/// The console and tig, each on a list of the same length.
struct ConsoleRivals {
  private let keystile: [String]
  private let tig: [String]
  private let repository: String

  init(_ context: BenchmarkContext) throws {
    tig = [try ExternalProgram.tig.path()]
    let fixture = try GatewayFixture(
      folder: "\(context.directory)/workspace",
      backend: .mock(status: 200, body: GatewayFixture.body))
    keystile = [try BuiltProgram.keystile(), "console", "--workspace", fixture.folder]
    repository = try CommitFixture(
      folder: "\(context.directory)/commits", commitCount: GatewayFixture.keyCount
    ).folder
  }

  /// Starts both again and again, in turn, and measures each once.
  ///
  /// - Returns: What was measured of the console, and of tig.
  func alternating<Value>(
    runs: Int, _ measure: (_ program: TerminalProgram, _ isOurs: Bool) throws -> Value
  ) throws -> ([Value], [Value]) {
    // The first start of each reads its files from the disk.
    _ = try measureOnce(isOurs: true) { program, _ in
      try program.outputOfStart(quiet: .milliseconds(100))
    }
    _ = try measureOnce(isOurs: false) { program, _ in
      try program.outputOfStart(quiet: .milliseconds(100))
    }
    var (ours, theirs): ([Value], [Value]) = ([], [])
    for number in 0..<runs {
      if number.isMultiple(of: 2) { ours.append(try measureOnce(isOurs: true, measure)) }
      theirs.append(try measureOnce(isOurs: false, measure))
      if !number.isMultiple(of: 2) { ours.append(try measureOnce(isOurs: true, measure)) }
    }
    return (ours, theirs)
  }

  private func measureOnce<Value>(
    isOurs: Bool, _ measure: (TerminalProgram, Bool) throws -> Value
  ) throws -> Value {
    let program = try TerminalProgram(
      isOurs ? keystile : tig, directory: isOurs ? nil : repository)
    return try withExtendedLifetime(program) { try measure(program, isOurs) }
  }
}
