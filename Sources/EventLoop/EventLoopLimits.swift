/// The bounds of an event loop's own tables.
public struct EventLoopLimits: Sendable {
  /// Most descriptors watched at once, as a bound on the highest descriptor number.
  public var descriptors = 1 << 20

  /// Most pieces of work that other threads may have waiting.
  ///
  /// A loop that falls this far behind is stuck, and refusing work makes that visible.
  public var queuedWork = 65_536

  /// Most readiness reports taken from the kernel in one turn, at most 256.
  public var eventsPerTurn = 256

  /// The default limits.
  public init() {}
}
