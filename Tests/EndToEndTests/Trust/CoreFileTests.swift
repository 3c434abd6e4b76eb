import Foundation
import TestSupport
import Testing

/// What a process that dies leaves behind of its memory, in which key values are.
@Suite("Core files")
struct CoreFileTests {
  /// Whether another program that crashes leaves a core file here.
  private static let areKept = (try? leavesFile("kill -SEGV $$")) == true

  @Test(
    "A gateway that crashes leaves no core file, where another program leaves one",
    .enabled(if: areKept, "a program that crashes leaves no core file in its folder here"))
  func gateway() throws {
    let line = "exec '\(Workbench.program)' serve --listen 127.0.0.1:0 --control none"
    #expect(try !Self.leavesFile(line) { try $0.wait(for: "ready") { $0.contains("ready\n") } })
  }

  /// Whether a program that dies of a bad address leaves a core file, which may be of any size, in the
  /// folder it runs in.
  /// - Parameters:
  ///   - line: starts it, for a shell.
  ///   - wait: waits until it is to be sent the signal; nil if it sends the signal itself.
  private static func leavesFile(
    _ line: String, after wait: ((ChildProcess) throws -> Void)? = nil
  ) throws -> Bool {
    let bench = try Workbench()
    // Swift's report of a crash takes a signal sent from outside for its own, and the program goes on.
    let environment = bench.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    let program = try ChildProcess(
      ["/bin/sh", "-c", "ulimit -c unlimited && cd \"$HOME\" && \(line)"],
      environment: environment)
    if let wait {
      try wait(program)
      program.signal(SIGSEGV)
    }
    try #require(try program.waitForExit() == .signal(SIGSEGV), "\(program.errorOutput)")
    let left = try FileManager.default.contentsOfDirectory(atPath: bench.home.path)
    return left.contains { $0.hasPrefix("core") }
  }
}
