public import GatewayModel

/// What a screen may know of the console around it.
public struct ConsoleScreenInput: Sendable {
  /// The entity the main screen's cursor is on.
  public var subject: EntityRef?
  /// The samples of requests per second.
  public var samples: UsageSamples
  /// The findings of the doctor, as of the last examination.
  public var health: WorkspaceHealth
}
