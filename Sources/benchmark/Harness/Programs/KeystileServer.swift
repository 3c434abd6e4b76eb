/// `keystile serve` on a workspace, on the measured processor.
final class KeystileServer {
  /// Where it listens, without a path.
  let url: String
  private let program: ChildProgram

  init(workspace: String, isPinned: Bool = true) throws {
    let arguments = [
      try BuiltProgram.keystile(), "serve", "--workspace", workspace, "--listen", "127.0.0.1:0",
      "--control", "none",
    ]
    program = try ChildProgram(
      isPinned ? try Processor.measured.pinning(arguments) : arguments)
    let words = try program.waitForOutput(containing: "ready\n").split { " \n".contains($0) }
    guard let url = words.first(where: { $0.hasPrefix("http://") }) else {
      throw BenchmarkError("keystile serve did not say where it listens")
    }
    self.url = String(url)
  }

  var usage: ProcessUsage { ProcessUsage(of: program.processIdentifier) }

  func stop() { program.stop() }
}
