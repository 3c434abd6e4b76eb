import RequestSigning
import Workspace

/// `keystile serve` on a workspace, on the measured processor.
final class KeystileServer {
  /// Where the gateway listens, without a path.
  let url: String
  /// Makes requests to the control plane; nil if it is switched off.
  private let control: ControlRequests?
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
    let credential = hasControl ? try Self.makeCredential(in: workspace) : nil
    program = try ChildProgram(
      isPinned ? try Processor.measured.pinning(arguments) : arguments)
    let urls = try program.waitForOutput(containing: "ready\n").split { " \n".contains($0) }
      .filter { $0.hasPrefix("http://") }
    guard let url = urls.first, urls.count == (hasControl ? 2 : 1) else {
      throw BenchmarkError("keystile serve did not say where it listens")
    }
    self.url = String(url)
    let port = urls[urls.count - 1].split(separator: ":").last.flatMap { UInt16($0) } ?? 0
    control = credential.map { ControlRequests(credential: $0, port: port) }
  }

  /// Makes requests to the control plane.
  ///
  /// - Throws: If it is switched off.
  func controlRequests() throws -> ControlRequests {
    guard let control else { throw BenchmarkError("the control plane is switched off") }
    return control
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
