public import GatewayModel

/// What operations take from outside the workspace, so that this target knows no other surface.
public struct ControlPlaneEnvironment {
  /// The wall clock.
  public var now: () -> Timestamp
  /// Takes lines for an operator.
  public var log: @Sendable (String) -> Void
  /// Tries a method of an API as it is, and hands the result over later, on the loop's thread.
  public typealias MethodTest = (
    MethodTestCall, ApiState, @escaping (MethodTestResult) -> Void
  ) throws(CommandError) -> Void
  /// Tries methods; nil where there is nothing to try them with.
  public var testMethod: MethodTest?

  /// An environment.
  ///
  /// - Parameters:
  ///   - now: The wall clock.
  ///   - log: Takes lines for an operator.
  ///   - testMethod: Tries methods; nil where there is nothing to try them with.
  public init(
    now: @escaping () -> Timestamp, log: @escaping @Sendable (String) -> Void,
    testMethod: MethodTest? = nil
  ) {
    self.now = now
    self.log = log
    self.testMethod = testMethod
  }
}
