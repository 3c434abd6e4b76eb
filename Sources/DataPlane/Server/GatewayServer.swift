import Enforcement
public import EventLoop
import Foundation
import GatewayModel
import HTTPClient
import HTTPServer
import Workspace

/// A gateway on a workspace, listening: what `serve` and the demonstration run.
///
/// The workspace is opened for reading, so a damaged or full journal takes no traffic down.
public final class GatewayServer {
  /// Where it listens.
  public let url: String

  private let loop: EventLoop
  private let workspace: Workspace
  private let gateway: Gateway
  private let follower: GatewayFollower
  private let server: HTTPServer
  private let flusher: UsageFlusher
  private var registration: ServerRegistration?

  /// Opens the workspace, listens and follows.
  ///
  /// - Parameters:
  ///   - loop: Where everything happens.
  ///   - workspaceDirectory: The folder; made if there is none.
  ///   - address: Where to listen; port 0 takes a free one.
  ///   - log: Takes lines for an operator.
  /// - Throws: Why the workspace, the usage table or the address cannot be used.
  public init(
    loop: EventLoop, workspaceDirectory: String, address: GatewayAddress,
    log: @escaping @Sendable (String) -> Void
  ) throws {
    self.loop = loop
    // A new workspace is made by opening it for writing; afterwards reading is enough.
    _ = try? Workspace.open(at: workspaceDirectory)
    workspace = try Workspace.open(
      at: workspaceDirectory, options: WorkspaceOptions(access: .readOnly))
    let usage = UsageStore(workspacePath: workspaceDirectory)
    let ring = try DecisionRing(writingTo: workspaceDirectory)
    var random = SystemRandomNumberGenerator()
    gateway = try Gateway(
      loop: loop, state: workspace.state, meters: try usage.makeMeters(),
      recorder: RingRecorder(ring: ring), randomNumbers: &random)
    server = HTTPServer(loop: loop, handler: gateway)
    let port = try server.listen(address: address.host, port: address.port)
    url = GatewayAddress(host: address.host, port: port).url
    follower = try GatewayFollower(gateway: gateway, workspace: workspace, loop: loop, log: log)
    let clock = loop.clock
    flusher = UsageFlusher(
      usage: usage,
      today: { Timestamp(microseconds: clock.wallNanoseconds() / 1_000).day }, log: log)
    registration = ServerRegistration(
      workspaceDirectory: workspaceDirectory, addresses: ServerAddresses(gateway: url))
  }

  /// Lets consoles and tools find the control plane that runs beside this gateway.
  ///
  /// - Parameter control: Its address.
  public func announce(control: String) {
    registration?.add(control: control)
  }

  /// Stops accepting, finishes what is in flight, then tells.
  ///
  /// Asked a second time, it tells at once: whoever asks twice does not want to wait.
  /// - Parameter completion: Called on the loop, at the latest after `stopDeadline`.
  public func stop(completion: @escaping () -> Void) {
    registration = nil
    guard !server.isDraining else { return completion() }
    server.drain(within: Self.stopDeadline, completion: completion)
  }

  /// Writes the last counters to the disk.
  public func close() {
    registration = nil
    flusher.stop()
  }

  /// How long requests in flight may take once the gateway is asked to stop.
  static let stopDeadline: Duration = .seconds(30)
}
