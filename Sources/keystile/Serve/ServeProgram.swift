import GatewayModel
import AdminCLI
import DataPlane
import EventLoop
import Foundation
import Workspace

/// `keystile serve`: the gateway, until a signal ends it.
struct ServeProgram {
  let process: ProcessEdges
  let globals: GlobalOptions
  let invocation: Invocation

  func run() throws {
    let text = invocation.value("--listen") ?? "127.0.0.1:8480"
    guard let address = GatewayAddress(text) else {
      throw CommandLineError("--listen takes HOST:PORT, not “\(text)”.", verb: invocation.verb)
    }
    let loop = try EventLoop()
    let directory = try process.workspaceDirectory(globals)
    let server = try GatewayServer(loop: loop, workspaceDirectory: directory, address: address) {
      ProcessEdges.write(
        "\(ProcessEdges.now().iso8601) \(AdminOutput.safe($0))\n", to: STDERR_FILENO)
    }
    if !address.isLoopback {
      ProcessEdges.write(
        "note: \(address.host) can be reached from other machines\n", to: STDERR_FILENO)
    }
    for number in [SIGTERM, SIGINT, SIGHUP] {
      try loop.onSignal(number) { server.stop { loop.stop() } }
    }
    ProcessEdges.write("gateway  \(server.url)\nready\n", to: STDOUT_FILENO)
    try loop.run()
    server.close()
  }
}
