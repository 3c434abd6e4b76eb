import Foundation
import GatewayModel
import Workspace

extension BenchmarkCase {
  /// The changes one run makes.
  private static let visibleChanges = 50
  /// Lines of the file that tail shows: more than a screenful.
  private static let fileLines = 60

  /// From a request to the control plane to the console's screen, three processes in all.
  static let controlVisible = BenchmarkCase(
    name: "control-visible",
    summary: "a signed UpdateApiKey until a console on 10,000 keys shows it, against tail -F until "
      + "it shows a line that was added to a file",
    defaultRuns: 1
  ) { context in
    var changes: [(shown: Double, answered: Double)] = []
    var lines: [Double] = []
    for run in 1...context.runs {
      changes += try shownChanges("\(context.directory)/workspace-\(run)")
      lines += try shownLines("\(context.directory)/lines-\(run).txt")
    }
    let shown = changes.map(\.shown)
    return [
      Figure("changes", Double(changes.count)),
      Figure("ratio", Statistics.median(shown) / Statistics.median(lines)),
      Figure("keystileShownP50Milliseconds", Statistics.median(shown)),
      Figure("keystileShownP95Milliseconds", Statistics.percentile(95, of: shown)),
      Figure("keystileAnsweredP50Milliseconds", Statistics.median(changes.map(\.answered))),
      Figure("tailShownP50Milliseconds", Statistics.median(lines)),
      Figure("tailShownP95Milliseconds", Statistics.percentile(95, of: lines)),
    ]
  }

  private static func shownChanges(
    _ folder: String
  ) throws -> [(shown: Double, answered: Double)] {
    let fixture = try GatewayFixture(
      folder: folder, backend: .mock(status: 200, body: GatewayFixture.body),
      keyCount: GatewayFixture.keyCount - 1)
    let key = try makeFirstKey(in: fixture.folder)
    let server = try KeystileServer(workspace: fixture.folder, isPinned: false, hasControl: true)
    let requests = try server.controlRequests()
    let connection = try ControlConnection(port: requests.port)
    let console = try TerminalProgram([
      try BuiltProgram.keystile(), "console", "--workspace", fixture.folder,
    ])
    _ = try console.outputOfStart(quiet: .milliseconds(100))
    return try (1...visibleChanges).map { number in
      let word = word(number)
      let request = requests.renaming(key, to: "!\(word)")
      var answered = 0.0
      let start = ContinuousClock.now
      let shown = try console.microseconds(until: word, since: start) {
        let status = try connection.exchange(request).status
        guard status == 200 else { throw BenchmarkError("a change was refused with \(status)") }
        answered = Stopwatch.microseconds(since: start)
      }
      // What the change moves on the screen besides is over before the next one.
      _ = try console.outputOfNothing(for: .milliseconds(50))
      return (shown / 1_000, answered / 1_000)
    }
  }

  private static func shownLines(_ file: String) throws -> [Double] {
    let line = String(repeating: "-", count: Int(TerminalProgram.columns) - 1) + "\n"
    try String(repeating: line, count: fileLines)
      .write(toFile: file, atomically: false, encoding: .utf8)
    let descriptor = open(file, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw BenchmarkError("\(file) cannot be opened") }
    defer { close(descriptor) }
    let tail = try TerminalProgram(["/usr/bin/tail", "-n", "\(fileLines)", "-F", file])
    _ = try tail.outputOfStart(quiet: .milliseconds(100))
    return try (1...visibleChanges).map { number in
      let text = Array("\(word(number))\n".utf8)
      let shown = try tail.microseconds(until: word(number), since: .now) {
        guard write(descriptor, text, text.count) == text.count else {
          throw BenchmarkError("\(file) takes no more lines")
        }
      }
      _ = try tail.outputOfNothing(for: .milliseconds(50))
      return shown / 1_000
    }
  }

  /// A key whose name comes before all others.
  private static func makeFirstKey(in folder: String) throws -> ApiKeyID {
    let made = try Workspace.open(at: folder).submitDurably(
      .createApiKey(Command.CreateApiKey(name: "!", enabled: true)), actor: Actor("benchmark"),
      surface: .cli)
    guard case .apiKey(let key)? = made.subjects.first else {
      throw BenchmarkError("the key was not made")
    }
    return key
  }

  /// Eight letters that differ in each place from those of the number before, so that a screen which only
  /// writes what has changed writes all of them.
  private static func word(_ number: Int) -> String {
    String(
      decoding: (0..<8).map { UInt8(ascii: "a") + UInt8((7 * $0 + 11 * number) % 26) },
      as: UTF8.self)
  }
}
