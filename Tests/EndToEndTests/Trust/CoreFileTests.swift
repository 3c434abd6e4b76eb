import Foundation
import TestSupport
import Testing

/// What a process that dies leaves behind of its memory, in which key values are.
@Suite("Core files")
struct CoreFileTests {
  @Test("A gateway that crashes leaves no core file, where another program leaves one")
  func noCoreFile() throws {
    let bench = try Workbench()
    let other = try dying(["/bin/sleep", "60"], bench)
    other.signal(SIGSEGV)
    #expect(try other.waitForExit() == .signal(SIGSEGV))
    guard try !coreFiles(bench).isEmpty else {
      return print("core files: this machine keeps none in the folder of the process; not tried")
    }
    for file in try coreFiles(bench) {
      try FileManager.default.removeItem(atPath: "\(bench.home.path)/\(file)")
    }
    let gateway = try dying(
      [Workbench.program, "serve", "--listen", "127.0.0.1:0", "--control", "none"], bench)
    try gateway.wait(for: "ready") { $0.contains("ready\n") }
    gateway.signal(SIGSEGV)
    #expect(try gateway.waitForExit() == .signal(SIGSEGV))
    #expect(try coreFiles(bench).isEmpty)
  }

  /// A program whose core file may be of any size, in the folder it would go to.
  private func dying(_ arguments: [String], _ bench: Workbench) throws -> ChildProcess {
    try ChildProcess(
      ["/bin/sh", "-c", "ulimit -c unlimited; cd \"$HOME\" && exec \"$@\"", "sh"] + arguments,
      environment: bench.environment)
  }

  private func coreFiles(_ bench: Workbench) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: bench.home.path)
      .filter { $0.hasPrefix("core") }
  }
}
