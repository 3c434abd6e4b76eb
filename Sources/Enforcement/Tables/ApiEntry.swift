internal import GatewayModel

/// An API as the tables keep it: what its stages may point to.
struct ApiEntry {
  /// All deployments; those no stage serves are not compiled.
  var deployments: [DeploymentID: Deployment] = [:]
  /// The settings of all stages.
  var stages: [StageName: Stage] = [:]
}
