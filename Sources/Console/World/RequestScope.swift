public import GatewayModel

/// Which of the recorded requests are asked for.
public enum RequestScope: Hashable, Sendable {
  /// All of them.
  case all
  /// Those that carried a key, and were refused.
  case refused(ApiKeyID)
  /// Those that carried a key.
  case key(ApiKeyID)
  /// Those of a stage.
  case stage(ApiStageID)
  /// Those of an API.
  case api(RestApiID)
}
