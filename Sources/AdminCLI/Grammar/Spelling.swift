import GatewayModel

/// Guesses what a misspelt word was meant to be.
enum Spelling {
  /// The known word closest to a given one, if any is close enough to be meant.
  static func closest(to word: String, among known: [String]) -> String? {
    let limit = max(1, word.count / 3)
    return known.map { (distance: EditDistance.between(word, $0), word: $0) }
      .filter { $0.distance <= limit || $0.word.hasPrefix(word) && word.count > 1 }
      .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
  }
}
