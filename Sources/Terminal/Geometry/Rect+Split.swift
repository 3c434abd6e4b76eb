extension Rect {
  /// Cuts the rectangle into panes from top to bottom; together they never exceed it.
  public func splitRows(_ extents: [Extent]) -> [Rect] {
    var top = y
    return Extent.divide(height, among: extents).map { rows in
      defer { top += rows }
      return Rect(x: x, y: top, width: width, height: rows)
    }
  }

  /// Cuts the rectangle into panes from left to right; together they never exceed it.
  public func splitColumns(_ extents: [Extent]) -> [Rect] {
    var left = x
    return Extent.divide(width, among: extents).map { columns in
      defer { left += columns }
      return Rect(x: left, y: y, width: columns, height: height)
    }
  }
}
