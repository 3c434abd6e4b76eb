/// A cell's place: column and row, both counted from 0 at the top left.
public struct Point: Hashable, Sendable {
  /// The column.
  public var x: Int
  /// The row.
  public var y: Int

  /// Makes a point; it may lie outside every frame.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}
