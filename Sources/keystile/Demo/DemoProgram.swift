import AdminCLI
import DataPlane
import EventLoop
import Foundation
import GatewayModel
import Enforcement
import Workspace

/// `keystile demo`: a throw-away workspace, a real gateway and real requests, and the console on them.
///
/// Gateway and traffic are threads of this process, so they end with it however it ends.
struct DemoProgram {
  let process: ProcessEdges
  let globals: GlobalOptions
  let invocation: Invocation

  /// The longest the demonstration runs, in seconds.
  static let limitSeconds = 86_400

  /// Runs until the user leaves, the time is over or a signal ends it.
  ///
  /// - Returns: The signal that ended the console.
  func run() throws -> Int32? {
    let seconds = try invocation.integer("--for")
    if let seconds, !(1...Self.limitSeconds).contains(seconds) {
      throw CommandLineError(
        "--for takes 1 to \(Self.limitSeconds) seconds.", verb: invocation.verb)
    }
    try check()
    let folder = try DemoFolder()
    defer { withExtendedLifetime(folder) {} }
    let scenario = try DemoScenario(directory: folder.path)
    let gateway = try DemoThread.gateway(directory: folder.path)
    defer { gateway.stop() }
    let traffic = try DemoThread.traffic(scenario, url: gateway.url)
    defer { traffic.stop() }
    if invocation.has("--headless") {
      try watch(folder.path, url: gateway.url, seconds: seconds ?? Self.limitSeconds)
      return nil
    } else {
      var globals = globals
      globals.workspace = folder.path
      return try ConsoleProgram(
        process: process, globals: globals, hasDemoTraffic: true,
        endsAfter: seconds.map { .seconds($0) }
      ).run()
    }
  }

  /// Refuses what a throw-away workspace on a terminal cannot do, before anything is started.
  private func check() throws {
    guard globals.workspace == nil else {
      throw CommandLineError(
        "demo makes a workspace of its own and leaves yours alone; it takes no --workspace.",
        verb: invocation.verb)
    }
    guard !invocation.has("--headless") else { return }
    guard !globals.json else {
      throw CommandLineError(
        "demo has a JSON form only without the console.", remedy: "keystile demo --headless --json")
    }
    guard process.inputIsTerminal, process.outputIsTerminal else {
      throw ProgramError(
        .terminal, "the demonstration needs a terminal as standard input and output",
        remedy: "keystile demo --headless")
    }
  }

  private static func text(_ total: UsageCounts) -> String {
    "served \(total[.served])  throttled \(total[.throttled])  "
      + "over quota \(total[.overQuota])  refused \(total[.refused])\n"
  }

  private static func json(_ total: UsageCounts) -> String {
    let value: JSONValue = [
      "served": .integer(Int64(clamping: total[.served])),
      "throttled": .integer(Int64(clamping: total[.throttled])),
      "overQuota": .integer(Int64(clamping: total[.overQuota])),
      "refused": .integer(Int64(clamping: total[.refused])),
    ]
    return value.text + "\n"
  }

  /// Prints the counters once a second until time or a signal ends it.
  private func watch(_ directory: String, url: String, seconds: Int) throws {
    let loop = try EventLoop()
    let usage = UsageStore(workspacePath: directory)
    let places: JSONValue = ["gateway": .string(url), "workspace": .string(directory)]
    StandardOutput.write(
      globals.json ? places.text + "\n" : "gateway  \(url)\nworkspace  \(directory)\n")
    for number in [SIGTERM, SIGINT, SIGHUP] { try loop.onSignal(number) { loop.stop() } }
    var left = seconds
    let timer = loop.schedule(every: .seconds(1)) {
      left -= 1
      let counts = (try? usage.counts(on: ProcessEdges.now().day)) ?? [:]
      let total = counts.values.reduce(into: UsageCounts()) { $0 += $1 }
      StandardOutput.write(globals.json ? Self.json(total) : Self.text(total))
      if left <= 0 || StandardOutput.isLost { loop.stop() }
    }
    try loop.run()
    timer.disarm()
  }
}
