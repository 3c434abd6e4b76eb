/// A number of columns and rows, never negative.
public struct Size: Hashable, Sendable {
  /// Columns, 0 or more.
  public let width: Int
  /// Rows, 0 or more.
  public let height: Int

  /// Makes a size; negative values become 0, so that layout arithmetic cannot trap.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// True when `other` fits into this size in both directions.
  public func holds(_ other: Size) -> Bool {
    width >= other.width && height >= other.height
  }
}

extension Size: CustomStringConvertible {
  /// `120x40`, as terminals are spoken of.
  public var description: String { "\(width)x\(height)" }
}
