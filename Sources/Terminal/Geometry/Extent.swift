/// How much of a row or column of panes one pane asks for.
public struct Extent: Hashable, Sendable {
  /// Cells the pane gets before anything is shared out.
  public let minimum: Int
  /// The share of what is left over, relative to the other panes; 0 takes none of it.
  public let weight: Int
  /// Cells the pane never exceeds.
  public let maximum: Int

  /// Makes an extent; negative values become 0, and the maximum is at least the minimum.
  public init(minimum: Int, weight: Int, maximum: Int = .max) {
    self.minimum = max(0, minimum)
    self.weight = max(0, weight)
    self.maximum = max(self.minimum, maximum)
  }

  /// Exactly `cells`, less only when there is no room.
  public static func fixed(_ cells: Int) -> Extent { Extent(minimum: cells, weight: 0) }

  /// At least `cells`, and a share of the rest.
  public static func atLeast(_ cells: Int, weight: Int = 1) -> Extent {
    Extent(minimum: cells, weight: weight)
  }

  /// A share of the rest only.
  public static func share(_ weight: Int = 1) -> Extent { Extent(minimum: 0, weight: weight) }

  /// Divides `total` cells among `extents`.
  ///
  /// Minimums are served first, in order, so the panes named first survive a narrow terminal. What
  /// is left goes out by weight; what a maximum turns back goes to the others. The result sums to
  /// `total` when any extent can still grow, and never to more.
  /// - Complexity: O(n²) in the number of extents.
  public static func divide(_ total: Int, among extents: [Extent]) -> [Int] {
    var rest = max(0, total)
    var cells = extents.map { extent in
      let served = min(extent.minimum, rest)
      rest -= served
      return served
    }
    while rest > 0 {
      let growing = extents.indices.filter {
        extents[$0].weight > 0 && cells[$0] < extents[$0].maximum
      }
      guard !growing.isEmpty else { break }
      rest = share(rest, among: growing, of: extents, into: &cells)
    }
    return cells
  }

  /// Hands out one round by weight and returns what the maximums turned back.
  private static func share(
    _ rest: Int, among growing: [Int], of extents: [Extent], into cells: inout [Int]
  ) -> Int {
    var remaining = rest
    var weights = growing.reduce(0) { $0 + extents[$1].weight }
    var refused = 0
    for index in growing {
      let part = remaining * extents[index].weight / weights
      let taken = min(part, extents[index].maximum - cells[index])
      cells[index] += taken
      refused += part - taken
      remaining -= part
      weights -= extents[index].weight
    }
    return refused
  }
}
