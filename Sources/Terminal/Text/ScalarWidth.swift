/// The number of columns of a single scalar, by this program's own table.
public enum ScalarWidth {
  /// 0 for a scalar that joins the one before it, else 1 or 2.
  ///
  /// Control and format characters have no width to speak of: `DisplayText` replaces them before
  /// anybody asks. They count as 1 here.
  /// - Complexity: constant up to U+02FF and for the common blocks, else O(log ranges).
  public static func columns(
    of scalar: Unicode.Scalar, ambiguous: AmbiguousWidth = .narrow
  ) -> Int {
    let value = scalar.value
    if value < 0xA1 { return 1 }
    if ambiguous == .wide, contains(value, in: ScalarWidthTable.ambiguous) { return 2 }
    if value < 0x300 { return 1 }
    // Arrows up to geometric shapes hold a few emoji, box lines and blocks none.
    if value >= 0x2500 && value <= 0x25A0 { return 1 }
    if value >= 0x4E00 && value <= 0x9FFF { return 2 }
    if contains(value, in: ScalarWidthTable.wide) { return 2 }
    if contains(value, in: ScalarWidthTable.zero) { return 0 }
    return 1
  }

  /// Binary search in a flat list of ranges: first, last, first, last, …
  private static func contains(_ value: UInt32, in table: [UInt32]) -> Bool {
    var low = 0
    var high = table.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > table[2 * middle + 1] {
        low = middle + 1
      } else if value < table[2 * middle] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
