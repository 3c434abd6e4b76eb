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

  /// Prints the counters once a second until time or a signal ends it.
  private func watch(_ directory: String, url: String, seconds: Int) throws {
    let loop = try EventLoop()
    let usage = UsageStore(workspacePath: directory)
    ProcessEdges.write("gateway  \(url)\nworkspace  \(directory)\n", to: STDOUT_FILENO)
    for number in [SIGTERM, SIGINT, SIGHUP] { try loop.onSignal(number) { loop.stop() } }
    var left = seconds
    let timer = loop.schedule(every: .seconds(1)) {
      left -= 1
      let counts = (try? usage.counts(on: ProcessEdges.now().day)) ?? [:]
      let total = counts.values.reduce(into: UsageCounts()) { $0 += $1 }
      ProcessEdges.write(
        "served \(total[.served])  throttled \(total[.throttled])  "
          + "over quota \(total[.overQuota])  refused \(total[.refused])\n", to: STDOUT_FILENO)
      if left <= 0 { loop.stop() }
    }
    try loop.run()
    timer.disarm()
  }
}
