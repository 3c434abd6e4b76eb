import Doctor
import GatewayModel
import Workspace

extension AdminSession {
  /// The usage of the workspace.
  func usage() throws -> UsageStore { try workspace().usage }

  /// The circumstances of a decision made now.
  func decisionContext() throws -> DecisionContext {
    DecisionContext(
      now: environment.now(), identifiers: SystemIdentifiers(),
      usedInPeriod: try workspace().usedInPeriod)
  }

  /// What the doctor cannot tell from the configuration: recent requests and lost stages.
  func observations() throws -> Observations {
    let workspace = try workspace()
    return try WorkspaceObservations.read(workspace, now: environment.now())
  }
}
