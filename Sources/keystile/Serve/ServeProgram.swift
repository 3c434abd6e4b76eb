import AdminCLI
import ControlPlane
import DataPlane
import EventLoop
import Foundation
import GatewayModel
import HTTPServer
import Workspace

/// `keystile serve`: gateway and control plane, until a signal ends them.
struct ServeProgram {
  let process: ProcessEdges
  let globals: GlobalOptions
  let invocation: Invocation

  func run() throws {
    let address = try address("--listen", standard: "127.0.0.1:8480")
    let controlAddress =
      invocation.value("--control") == "none"
      ? nil : try self.address("--control", standard: "127.0.0.1:8481")
    let isOpen = invocation.has("--no-auth")
    if let controlAddress, !controlAddress.isLoopback {
      throw CommandLineError(
        "--control takes a loopback address: key values would cross the network for everyone to read. "
          + "From elsewhere tunnel to it: ssh -L 8481:127.0.0.1:8481 HOST.",
        verb: invocation.verb)
    }
    let loop = try EventLoop()
    let directory = try process.workspaceDirectory(globals)
    let server = try GatewayServer(
      loop: loop, workspaceDirectory: directory, address: address, log: Self.log)
    let control = try controlAddress.flatMap { address in
      try startControl(
        at: address, directory: directory,
        authenticator: authenticator(isOpen: isOpen, directory: directory))
    }
    if let control { server.announce(control: control.url) }
    if !address.isLoopback { Self.note("\(address.host) can be reached from other machines") }
    if isOpen, control != nil {
      Self.note("--no-auth: every program of this machine can change the workspace")
    }
    for number in [SIGTERM, SIGINT, SIGHUP] {
      try loop.onSignal(number) {
        control?.stop()
        server.stop { loop.stop() }
      }
    }
    announce(gateway: server.url, control: control?.url)
    try loop.run()
    server.close()
    control?.waitForEnd()
  }

  /// Says where it can be reached, now that it can be.
  private func announce(gateway: String, control: String?) {
    if globals.json {
      let value: JSONValue = [
        "gateway": .string(gateway), "control": control.map { .string($0) } ?? .null,
      ]
      StandardOutput.write(value.text + "\n")
    } else {
      let controlLine = control.map { "control  \($0)\n" } ?? ""
      StandardOutput.write("gateway  \(gateway)\n\(controlLine)ready\n")
    }
  }

  /// Starts the control plane; nil if the workspace can only be read, which must not take traffic down.
  private func startControl(
    at address: GatewayAddress, directory: String,
    authenticator: @escaping @Sendable () throws -> any RequestAuthenticator
  ) throws -> ControlThread? {
    do {
      return try ControlThread.start(
        directory: directory, address: address, authenticator: authenticator, log: Self.log)
    } catch let error as WorkspaceError {
      Self.note("the control plane is off, the workspace cannot be written: \(error)")
      return nil
    } catch let error as HTTPServerError {
      throw ProgramError(
        .unavailable, "\(error)", remedy: "keystile serve --control 127.0.0.1:0")
    }
  }

  private func address(_ option: String, standard: String) throws -> GatewayAddress {
    let text = invocation.value(option) ?? standard
    guard let address = GatewayAddress(text) else {
      throw CommandLineError("\(option) takes HOST:PORT, not “\(text)”.", verb: invocation.verb)
    }
    return address
  }

  /// Who may use the control plane.
  private func authenticator(
    isOpen: Bool, directory: String
  ) -> @Sendable () throws -> any RequestAuthenticator {
    let actor = Actor(globals.actor ?? Actor.current().name)
    return {
      isOpen
        ? OpenAuthenticator(actor: actor)
        : SignatureAuthenticator(
          workspaceDirectory: directory, now: ProcessEdges.now, log: Self.log)
    }
  }

  private static func note(_ text: String) {
    ProcessEdges.write("note: \(AdminOutput.safe(text))\n", to: STDERR_FILENO)
  }

  @Sendable private static func log(_ line: String) {
    ProcessEdges.write(
      "\(ProcessEdges.now().iso8601) \(AdminOutput.safe(line))\n", to: STDERR_FILENO)
  }
}
