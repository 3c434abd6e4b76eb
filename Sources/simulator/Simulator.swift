/// The table of simulations and the way to one of them.
enum Simulator {
  /// One simulation.
  struct Mode: Sendable {
    /// The first argument.
    var name: String
    /// What follows it.
    var arguments: String
    /// What it does, in one line.
    var help: String
    /// Runs it.
    ///
    /// - Returns: the exit status; nil when the arguments are not its own.
    var run: @Sendable (ArraySlice<String>) throws -> Int32?
  }

  static let modes = [
    Mode(
      name: "crash", arguments: "[--seed N] [--rounds M] [--states S]",
      help: "cut the power at every call of random scripts, and open what could be left",
      run: CrashSimulation.run),
    Mode(
      name: "journal-writer", arguments: "DIR COUNT",
      help: "append COUNT records to the workspace DIR, and print each acknowledged number",
      run: JournalWriter.run),
  ]

  /// Runs the simulation the arguments name.
  static func run(_ arguments: [String]) -> Int32 {
    guard let name = arguments.first, let mode = modes.first(where: { $0.name == name }) else {
      printUsage()
      return 64
    }
    do {
      guard let status = try mode.run(arguments.dropFirst()) else {
        printUsage()
        return 64
      }
      return status
    } catch {
      Output.writeLine("simulator: \(error)", to: .error)
      return 1
    }
  }

  private static func printUsage() {
    for mode in modes {
      Output.writeLine("simulator \(mode.name) \(mode.arguments)", to: .error)
      Output.writeLine("    \(mode.help)", to: .error)
    }
  }
}
