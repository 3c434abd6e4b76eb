import Foundation
import TestSupport
import Testing

@Suite("The demonstration")
struct DemoTests {
  @Test("Without a console it prints counters that move, and ends by itself with nothing left")
  func headless() throws {
    let bench = try Workbench()
    let output = try bench.keystile("demo", "--headless", "--for", "3")
    let served = output.split(separator: "\n").compactMap(Self.served)
    #expect(served.count == 3, "\(output)")
    #expect(served == served.sorted() && (served.last ?? 0) > (served.first ?? 0), "\(output)")
    #expect(try Self.folders(bench) == [])
  }

  @Test("A signal ends it in good order")
  func signals() throws {
    let bench = try Workbench()
    for number in [SIGTERM, SIGINT, SIGHUP] {
      let demo = try Self.start(bench)
      demo.signal(number)
      #expect(try demo.waitForExit() == .code(0))
      #expect(try Self.folders(bench) == [])
    }
  }

  @Test("Killed, it leaves no process, and the next one removes its folder")
  func killed() throws {
    let bench = try Workbench()
    let demo = try Self.start(bench)
    let folder = try #require(try Self.folders(bench).first)
    demo.signal(SIGKILL)
    #expect(try demo.waitForExit() == .signal(SIGKILL))
    // It leads its process group, so whatever it had started would be in it.
    #expect(kill(-demo.processIdentifier, 0) == -1 && errno == ESRCH)
    #expect(throws: RawHTTPClient.Failure.self) { try RawHTTPClient(port: try Self.port(demo)) }
    #expect(try Self.folders(bench) == [folder])
    try bench.keystile("demo", "--headless", "--for", "1")
    #expect(try Self.folders(bench) == [])
  }

  @Test("Two run beside each other")
  func two() throws {
    let bench = try Workbench()
    let (first, second) = (try Self.start(bench), try Self.start(bench))
    #expect(try Self.folders(bench).count == 2)
    second.signal(SIGTERM)
    #expect(try second.waitForExit() == .code(0))
    #expect(try Self.folders(bench).count == 1 && first.isRunning)
  }

  @Test("The console shows its mark and counters that move, and leaves the terminal as it was")
  func console() throws {
    let bench = try Workbench()
    let terminal = try bench.console(["demo"])
    try terminal.wait(forText: "demo traffic")
    try terminal.wait(for: "requests served") { (Self.servedToday($0) ?? 0) > 0 }
    let before = try #require(Self.servedToday(terminal.screen))
    try terminal.wait(for: "more requests served") { (Self.servedToday($0) ?? 0) > before }
    try terminal.press("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.screen.leftovers == [] && terminal.isCooked)
    #expect(try Self.folders(bench) == [])
  }

  @Test("A signal that ends the console leaves nothing either", arguments: [SIGTERM, SIGHUP])
  func consoleSignals(number: Int32) throws {
    let bench = try Workbench()
    let terminal = try bench.console(["demo"])
    try terminal.wait(forText: "demo traffic")
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .signal(number))
    #expect(terminal.screen.leftovers == [] && terminal.isCooked)
    #expect(try Self.folders(bench) == [])
  }

  private static func start(_ bench: Workbench) throws -> ChildProcess {
    let demo = try ChildProcess(
      [Workbench.program, "demo", "--headless"], environment: bench.environment)
    try demo.wait(for: "served requests") { output in
      output.split(separator: "\n").compactMap(served).contains { $0 > 0 }
    }
    return demo
  }

  /// The number after `served` in a line of counters.
  private static func served(_ line: Substring) -> Int? {
    let words = line.split(separator: " ")
    return words.first == "served" && words.count > 1 ? Int(words[1]) : nil
  }

  /// The served requests of the key whose details the console shows.
  private static func servedToday(_ screen: VirtualTerminal) -> Int? {
    let line = screen.lines.first { $0.contains("served ") && $0.contains(" today") }
    return line?.components(separatedBy: " today").first?.split(separator: " ").last
      .flatMap { Int($0) }
  }

  private static func port(_ demo: ChildProcess) throws -> UInt16 {
    let line = demo.output.split(separator: "\n").first { $0.hasPrefix("gateway") }
    return try #require(line?.split(separator: ":").last.flatMap { UInt16($0) })
  }

  private static func folders(_ bench: Workbench) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: bench.home.path)
      .filter { $0.hasPrefix("keystile-demo-") }.sorted()
  }
}
