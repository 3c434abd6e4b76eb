/// How far one word is from another: what “did you mean” and “the nearest route” measure with.
public enum EditDistance {
  /// The longest part of a word that is compared, in characters; a longer one is a mistake of another
  /// kind, and the cost is the product of both lengths.
  static let limitCharacters = 128

  /// The number of single-letter edits between two words, a swap of neighbours counting as one.
  ///
  /// - Complexity: the product of the lengths, each counted up to 128 characters.
  public static func between(_ left: some StringProtocol, _ right: some StringProtocol) -> Int {
    let (from, to) = (
      Array(left.prefix(limitCharacters)), Array(right.prefix(limitCharacters))
    )
    var rows = [Array(0...to.count)]
    for (row, letter) in from.enumerated() {
      var next = [row + 1]
      for (column, other) in to.enumerated() {
        var cost = min(
          rows[row][column + 1] + 1, next[column] + 1, rows[row][column] + (letter == other ? 0 : 1)
        )
        if row > 0, column > 0, letter == to[column - 1], from[row - 1] == other {
          cost = min(cost, rows[row - 1][column - 1] + 1)
        }
        next.append(cost)
      }
      rows.append(next)
    }
    return rows[from.count][to.count]
  }
}
