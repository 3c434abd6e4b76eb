/// Where the terminal's own cursor rests, which screen readers and input methods follow.
public struct Cursor: Hashable, Sendable {
  /// The cell.
  public let point: Point
  /// True when it is to be seen, as in a text field.
  public let isVisible: Bool

  /// Makes a cursor.
  public init(_ point: Point, isVisible: Bool) {
    self.point = point
    self.isVisible = isVisible
  }
}
