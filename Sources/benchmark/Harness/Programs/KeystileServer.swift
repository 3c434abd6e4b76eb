import RequestSigning
import Workspace

/// `keystile serve` on a workspace, on the measured processor.
final class KeystileServer {
  /// Where the gateway listens, without a path.
  let url: String
  /// The port of the control plane; 0 if it is switched off.
  let controlPort: UInt16
  /// What the control plane's requests are signed with; nil if it is switched off.
  let credential: SigningCredential?
  private let program: ChildProgram

  /// Starts it and waits until it listens.
  ///
  /// - Parameters:
  ///   - workspace: The workspace's folder.
  ///   - isPinned: Whether it has a processor to itself.
  ///   - hasControl: Whether the control plane runs too.
  init(workspace: String, isPinned: Bool = true, hasControl: Bool = false) throws {
    let arguments = [
      try BuiltProgram.keystile(), "serve", "--workspace", workspace, "--listen", "127.0.0.1:0",
      "--control", hasControl ? "127.0.0.1:0" : "none",
    ]
    credential = hasControl ? try Self.makeCredential(in: workspace) : nil
    program = try ChildProgram(
      isPinned ? try Processor.measured.pinning(arguments) : arguments)
    let urls = try program.waitForOutput(containing: "ready\n").split { " \n".contains($0) }
      .filter { $0.hasPrefix("http://") }
    guard let url = urls.first, urls.count == (hasControl ? 2 : 1) else {
      throw BenchmarkError("keystile serve did not say where it listens")
    }
    self.url = String(url)
    controlPort = hasControl ? urls[1].split(separator: ":").last.flatMap { UInt16($0) } ?? 0 : 0
  }

  var usage: ProcessUsage { ProcessUsage(of: program.processIdentifier) }

  func stop() { program.stop() }

  private static func makeCredential(in workspace: String) throws -> SigningCredential {
    _ = try Workspace.open(at: workspace)
    let made = try AccessStore(workspacePath: workspace)
      .create(actor: Actor("benchmark"), time: WorkspaceOptions().now())
    return SigningCredential(accessKeyID: made.id, secret: made.secret)
  }
}
