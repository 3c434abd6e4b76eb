public import GatewayModel
import Terminal

/// What a frame is drawn from; lives for one frame.
public struct ConsoleView {
  /// The console.
  public let console: ConsoleState
  /// The outside.
  public let world: any ConsoleWorld
  /// The configuration, read once for the whole frame.
  public let state: GatewayState
  let context: RowContext

  /// Makes the view of one frame.
  public init(_ console: ConsoleState, _ world: any ConsoleWorld) {
    self.console = console
    self.world = world
    state = world.state
    context = console.rowContext(world, state)
  }

  /// The moment of the frame.
  public var now: Timestamp { world.now }
}
