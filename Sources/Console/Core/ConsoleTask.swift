public import GatewayModel

/// Slow work that runs away from the screen and reports how far it has come.
public enum ConsoleTask: Hashable, Sendable {
  /// Decides recorded requests again as if the API's present form were deployed to a stage.
  case rehearse(ApiStageID)
  /// Decides recorded requests again as if a command had been done.
  case tryOut(Command, scope: RequestScope)
}
