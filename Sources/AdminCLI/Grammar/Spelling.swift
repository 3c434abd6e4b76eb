/// Guesses what a misspelt word was meant to be.
enum Spelling {
  /// The known word closest to a given one, if any is close enough to be meant.
  static func closest(to word: String, among known: [String]) -> String? {
    let limit = max(1, word.count / 3)
    return known.map { (distance: distance(word, $0), word: $0) }
      .filter { $0.distance <= limit || $0.word.hasPrefix(word) && word.count > 1 }
      .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
  }

  /// The number of single-letter edits between two words, a swap of neighbours counting as one.
  static func distance(_ left: String, _ right: String) -> Int {
    let (from, to) = (Array(left), Array(right))
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
