/// A movement of the cursor in a list or a text.
public enum Motion: Hashable, Sendable {
  /// To the row before.
  case up
  /// To the row after.
  case down
  /// A window back.
  case pageUp
  /// A window on.
  case pageDown
  /// Half a window back.
  case halfPageUp
  /// Half a window on.
  case halfPageDown
  /// To the first row.
  case first
  /// To the last row.
  case last
  /// By a number of rows, backwards when negative.
  case by(Int)
  /// To a row.
  case to(Int)

  /// The movement that the keys made for it mean everywhere: arrows, pages, Home and End.
  public init?(_ key: KeyEvent) {
    guard key.modifiers.isEmpty else { return nil }
    switch key.key {
    case .up: self = .up
    case .down: self = .down
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .home: self = .first
    case .end: self = .last
    default: return nil
    }
  }
}
