/// Something the mouse did.
public struct MouseEvent: Hashable, Sendable {
  /// What happened.
  public enum Action: Hashable, Sendable {
    /// The main button went down.
    case press
    /// The main button went up elsewhere than it had gone down.
    case release
    /// The main button was let go where it had gone down.
    case click
    /// Twice in a short time.
    case doubleClick
    /// The pointer moved with the main button down.
    case drag
    /// The second button was pressed.
    case secondaryClick
    /// The wheel turned away from the user.
    case wheelUp
    /// The wheel turned towards the user.
    case wheelDown
  }

  /// What happened.
  public let action: Action
  /// The cell it happened at.
  public let point: Point
  /// What was held down on the keyboard.
  public let modifiers: Modifiers

  /// Makes an event.
  public init(_ action: Action, at point: Point, _ modifiers: Modifiers = []) {
    self.action = action
    self.point = point
    self.modifiers = modifiers
  }
}
