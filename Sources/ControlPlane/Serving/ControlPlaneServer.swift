public import EventLoop
import GatewayModel
import HTTPServer
import Workspace

/// A control plane on a workspace, listening: what `serve` runs on a thread of its own.
public final class ControlPlaneServer {
  /// Where it listens, for example `http://127.0.0.1:8481`.
  public let url: String

  private let plane: ControlPlane
  private let server: HTTPServer

  /// Opens the workspace and listens.
  ///
  /// - Parameters:
  ///   - loop: Where everything happens; it waits for the disk, so nothing else should run there.
  ///   - workspaceDirectory: The folder; made if there is none.
  ///   - host: A numeric address.
  ///   - port: 0 takes a free one.
  ///   - authenticator: Knows callers.
  ///   - environment: What operations take from outside.
  /// - Throws: Why the workspace or the address cannot be used.
  public init(
    loop: EventLoop, workspaceDirectory: String, host: String, port: UInt16,
    authenticator: any RequestAuthenticator, environment: ControlPlaneEnvironment
  ) throws {
    let workspace = try Workspace.open(at: workspaceDirectory)
    plane = ControlPlane(
      loop: loop, workspace: workspace, authenticator: authenticator, boundHost: host,
      environment: environment)
    var limits = HTTPServerLimits()
    limits.bodyBytes = ControlPlaneLimits.importBodyBytes
    limits.connections = ControlPlaneLimits.connections
    limits.connectionsPerAddress = ControlPlaneLimits.connectionsPerAddress
    server = HTTPServer(loop: loop, handler: plane, limits: limits)
    let bound = try server.listen(address: host, port: port)
    url = host.contains(":") ? "http://[\(host)]:\(bound)" : "http://\(host):\(bound)"
  }

  /// Stops accepting, finishes what is in flight, then tells; asked a second time, it tells at once.
  ///
  /// - Parameter completion: Called on the loop, at the latest after `stopDeadline`.
  public func stop(completion: @escaping () -> Void) {
    guard !server.isDraining else { return completion() }
    server.drain(within: Self.stopDeadline, completion: completion)
  }

  /// Leaves the workspace so that the next opening is quick; the loop has ended.
  public func close() {
    plane.store.close()
  }

  /// How long requests in flight may take once the server is asked to stop.
  static let stopDeadline: Duration = .seconds(10)
}
