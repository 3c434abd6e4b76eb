import Foundation

extension BenchmarkCase {
  /// How long a screen must stay as it is to count as finished.
  private static let startQuiet = Duration.milliseconds(100)
  private static let keyQuiet = Duration.milliseconds(15)
  /// Keys that move the cursor within the first screenful of either list, and back.
  private static let movingKeys = 10
  /// Keys that scroll either list by a line.
  private static let scrollingKeys = 40
  private static let settlingTime = Duration.seconds(3)
  private static let burstKeys = 500
  private static let up = "\u{1B}OA"
  private static let down = "\u{1B}OB"

  /// From the start of the process to a whole frame.
  static let consoleStart = BenchmarkCase(
    name: "console-start",
    summary: "the console on 10,000 keys from exec to its first whole frame, against tig on 10,000 "
      + "commits",
    defaultRuns: 9
  ) { context in
    let rivals = try ConsoleRivals(context)
    var resident: [Double] = []
    let (ours, theirs) = try rivals.alternating(runs: context.runs) { program, isOurs in
      let start = try program.outputOfStart(quiet: keyQuiet)
      if isOurs { resident.append(program.usage.residentMebibytes) }
      return start
    }
    return comparison(ours, theirs, "start") + [
      Figure("keystileResidentMebibytes", Statistics.median(resident))
    ]
  }

  /// From a key to the last byte of the repaint.
  static let consoleKeys = BenchmarkCase(
    name: "console-keys",
    summary: "moving the cursor and scrolling by keys: from the key to the end of the repaint, and "
      + "the bytes it takes",
    defaultRuns: 3
  ) { context in
    let rivals = try ConsoleRivals(context)
    let (ours, theirs) = try rivals.alternating(runs: context.runs) { program, _ in
      _ = try program.outputOfStart(quiet: startQuiet)
      let moving = try (1...2).flatMap { _ in
        Array(repeating: down, count: movingKeys) + Array(repeating: up, count: movingKeys)
      }.map { try program.outputOfKeys($0, quiet: keyQuiet) }
      _ = try program.outputOfKeys(
        String(repeating: down, count: Int(TerminalProgram.rows)), quiet: startQuiet)
      let scrolling = try (1...scrollingKeys).map { _ in
        try program.outputOfKeys(down, quiet: keyQuiet)
      }
      return (moving: moving, scrolling: scrolling)
    }
    func bytes(_ outputs: [TerminalProgram.Output]) -> Double {
      Statistics.median(outputs.map { Double($0.byteCount) })
    }
    return comparison(
      ours.flatMap { $0.moving + $0.scrolling }, theirs.flatMap { $0.moving + $0.scrolling },
      "repaint")
      + [
        Figure("keystileMoveBytes", bytes(ours.flatMap(\.moving))),
        Figure("tigMoveBytes", bytes(theirs.flatMap(\.moving))),
        Figure("keystileScrollBytes", bytes(ours.flatMap(\.scrolling))),
        Figure("tigScrollBytes", bytes(theirs.flatMap(\.scrolling))),
      ]
  }

  /// From many keys at once to a list that stands still; what the detail pane reads once the cursor rests
  /// comes later by design.
  static let consoleBurst = BenchmarkCase(
    name: "console-burst",
    summary: "\(burstKeys) times Down at once, until the screen has caught up",
    defaultRuns: 9
  ) { context in
    let rivals = try ConsoleRivals(context)
    let (ours, theirs) = try rivals.alternating(runs: context.runs) { program, _ in
      _ = try program.outputOfStart(quiet: startQuiet)
      return try program.outputOfKeys(
        String(repeating: down, count: burstKeys), quiet: keyQuiet)
    }
    return comparison(ours, theirs, "caughtUp")
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
      // Values that first need two readings are there after the second one.
      _ = try program.outputOfNothing(for: settlingTime)
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
    _ ours: [TerminalProgram.Output], _ theirs: [TerminalProgram.Output], _ name: String
  ) -> [Figure] {
    let ours = ours.map { $0.lastMicroseconds / 1_000 }
    let theirs = theirs.map { $0.lastMicroseconds / 1_000 }
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
