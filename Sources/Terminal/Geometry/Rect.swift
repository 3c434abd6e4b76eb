/// A rectangle of cells whose arithmetic saturates at an empty rectangle.
///
/// Every operation gives a rectangle within the one it started from, so a layout that runs out of
/// room ends in empty rectangles, on which drawing does nothing, and never in a trap.
public struct Rect: Hashable, Sendable {
  /// The leftmost column.
  public let x: Int
  /// The topmost row.
  public let y: Int
  /// Columns, 0 or more.
  public let width: Int
  /// Rows, 0 or more.
  public let height: Int

  /// The rectangle of no cells.
  public static let empty = Rect(x: 0, y: 0, width: 0, height: 0)

  /// Makes a rectangle; negative extents become 0.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The rectangle at the origin that has `size`.
  public init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// The first column to the right of the rectangle.
  public var endX: Int { x + width }
  /// The first row below the rectangle.
  public var endY: Int { y + height }
  /// Columns and rows.
  public var size: Size { Size(width: width, height: height) }
  /// The top left cell.
  public var origin: Point { Point(x: x, y: y) }
  /// True when it holds no cell.
  public var isEmpty: Bool { width == 0 || height == 0 }

  /// True when the cell at `point` belongs to the rectangle.
  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < endX && point.y >= y && point.y < endY
  }

  /// The cells both rectangles hold.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(endX, other.endX) - left, height: min(endY, other.endY) - top)
  }

  /// The rectangle without `horizontal` columns left and right and `vertical` rows above and below.
  public func inset(horizontal: Int = 1, vertical: Int = 1) -> Rect {
    let left = min(max(0, horizontal), width)
    let top = min(max(0, vertical), height)
    return Rect(
      x: x + left, y: y + top, width: width - 2 * left, height: height - 2 * top)
  }

  /// One row of it, counted from its top; empty when it has no such row.
  public func row(_ index: Int) -> Rect {
    guard index >= 0, index < height else { return Rect(x: x, y: y, width: 0, height: 0) }
    return Rect(x: x, y: y + index, width: width, height: 1)
  }

  /// The rows from `count` on.
  public func droppingRows(_ count: Int) -> Rect {
    let dropped = min(max(0, count), height)
    return Rect(x: x, y: y + dropped, width: width, height: height - dropped)
  }

  /// The columns from `count` on.
  public func droppingColumns(_ count: Int) -> Rect {
    let dropped = min(max(0, count), width)
    return Rect(x: x + dropped, y: y, width: width - dropped, height: height)
  }

  /// At most the first `count` rows.
  public func firstRows(_ count: Int) -> Rect {
    Rect(x: x, y: y, width: width, height: min(count, height))
  }

  /// At most the first `count` columns.
  public func firstColumns(_ count: Int) -> Rect {
    Rect(x: x, y: y, width: min(count, width), height: height)
  }

  /// A rectangle of at most `size` in the middle of this one.
  public func centred(_ size: Size) -> Rect {
    let columns = min(size.width, width)
    let rows = min(size.height, height)
    return Rect(
      x: x + (width - columns) / 2, y: y + (height - rows) / 2, width: columns, height: rows)
  }
}
