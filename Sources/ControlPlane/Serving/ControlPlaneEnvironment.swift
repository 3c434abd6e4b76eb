public import GatewayModel

/// What operations take from outside the workspace, so that this target knows no other surface.
public struct ControlPlaneEnvironment {
  /// The wall clock.
  public var now: () -> Timestamp
  /// Takes lines for an operator.
  public var log: (String) -> Void

  /// An environment.
  ///
  /// - Parameters:
  ///   - now: The wall clock.
  ///   - log: Takes lines for an operator.
  public init(now: @escaping () -> Timestamp, log: @escaping (String) -> Void) {
    self.now = now
    self.log = log
  }
}
