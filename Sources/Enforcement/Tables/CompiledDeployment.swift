public import GatewayModel

/// A deployment with its route table; immutable, so any thread may read it.
public final class CompiledDeployment: Sendable {
  /// The deployment's id.
  public let id: DeploymentID
  /// What it froze.
  public let snapshot: ApiSnapshot
  /// Its routes.
  public let routes: RouteTable

  /// Compiles a deployment.
  ///
  /// - Complexity: linear in the size of its API alone.
  public init(id: DeploymentID, snapshot: ApiSnapshot) {
    self.id = id
    self.snapshot = snapshot
    routes = RouteTable(snapshot)
  }
}
