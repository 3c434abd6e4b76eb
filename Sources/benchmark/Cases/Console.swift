import Foundation

extension BenchmarkCase {
  /// How long a screen must stay as it is to count as finished.
  private static let startQuiet = Duration.milliseconds(100)
  private static let keyQuiet = Duration.milliseconds(15)
  /// Rows before the measured ones, so that both lists are scrolled into the same state.
  private static let keysPerRun = 60
  private static let burstKeys = 500
  private static let down = "\u{1B}OB"

  /// From the start of the process to a screen that stays.
  static let consoleStart = BenchmarkCase(
    name: "console-start",
    summary: "the console on 10,000 keys from exec to its first whole frame, against tig on 10,000 "
      + "commits",
    defaultRuns: 9
  ) { context in
    let rivals = try ConsoleRivals(context)
    var resident: [Double] = []
    let (ours, theirs) = try rivals.alternating(runs: context.runs) { program, isOurs in
      let start = try program.outputOfStart(quiet: startQuiet)
      if isOurs { resident.append(program.usage.residentMebibytes) }
      return start
    }
    return comparison(ours, theirs, "start", unit: 1_000) { $0.lastMicroseconds } + [
      Figure("keystileResidentMebibytes", Statistics.median(resident))
    ]
  }

  /// From a key to the last byte of the repaint.
  static let consoleKeys = BenchmarkCase(
    name: "console-keys",
    summary: "pressing Down: from the key to the end of the repaint, and the bytes it takes",
    defaultRuns: 3
  ) { context in
    let rivals = try ConsoleRivals(context)
    let (ours, theirs) = try rivals.alternating(runs: context.runs) { program, _ in
      _ = try program.outputOfStart(quiet: startQuiet)
      return try (1...keysPerRun).map { _ in
        try program.outputOfKeys(down, quiet: keyQuiet)
      }
    }
    return comparison(ours.flatMap { $0 }, theirs.flatMap { $0 }, "repaint", unit: 1_000) {
      $0.lastMicroseconds
    } + [
      Figure("keystileBytes", Statistics.median(ours.joined().map { Double($0.byteCount) })),
      Figure("tigBytes", Statistics.median(theirs.joined().map { Double($0.byteCount) })),
    ]
  }

  /// From many keys at once to a screen that stays.
  static let consoleBurst = BenchmarkCase(
    name: "console-burst",
    summary: "\(burstKeys) times Down at once, until the screen has caught up",
    defaultRuns: 9
  ) { context in
    let rivals = try ConsoleRivals(context)
    let (ours, theirs) = try rivals.alternating(runs: context.runs) { program, _ in
      _ = try program.outputOfStart(quiet: startQuiet)
      return try program.outputOfKeys(
        String(repeating: down, count: burstKeys), quiet: startQuiet)
    }
    return comparison(ours, theirs, "caughtUp", unit: 1_000) { $0.lastMicroseconds }
  }

  /// What a console costs that nobody touches.
  static let consoleIdle = BenchmarkCase(
    name: "console-idle",
    summary: "the console while nothing changes: processor time, bytes written and memory",
    defaultRuns: 1
  ) { context in
    let rivals = try ConsoleRivals(context)
    let (ours, theirs) = try rivals.alternating(runs: context.runs) { program, _ in
      _ = try program.outputOfStart(quiet: startQuiet)
      let before = program.usage
      let idle = try program.outputOfNothing(for: .seconds(context.seconds))
      let after = program.usage
      return (
        percent: (after.processorMicroseconds - before.processorMicroseconds)
          / Double(context.seconds) / 10_000,
        bytes: Double(idle.byteCount), resident: after.residentMebibytes
      )
    }
    return [("keystile", ours), ("tig", theirs)].flatMap { name, rounds in
      [
        Figure("\(name)ProcessorPercent", Statistics.median(rounds.map(\.percent))),
        Figure("\(name)Bytes", Statistics.median(rounds.map(\.bytes))),
        Figure("\(name)ResidentMebibytes", Statistics.median(rounds.map(\.resident))),
      ]
    }
  }

  private static func comparison(
    _ ours: [TerminalProgram.Output], _ theirs: [TerminalProgram.Output], _ name: String,
    unit: Double, _ value: (TerminalProgram.Output) -> Double
  ) -> [Figure] {
    let (ours, theirs) = (ours.map { value($0) / unit }, theirs.map { value($0) / unit })
    let name = name.prefix(1).uppercased() + name.dropFirst()
    return [
      Figure("ratio", Statistics.median(ours) / Statistics.median(theirs)),
      Figure("keystile\(name)P50Milliseconds", Statistics.median(ours)),
      Figure("keystile\(name)P95Milliseconds", Statistics.percentile(95, of: ours)),
      Figure("tig\(name)P50Milliseconds", Statistics.median(theirs)),
      Figure("tig\(name)P95Milliseconds", Statistics.percentile(95, of: theirs)),
    ]
  }
}
