/// How well a few typed characters fit a text, and where.
///
/// The characters must occur in order; the best places are found, not the first ones. Beginnings of
/// words and neighbouring characters count more, so `rk` finds "require key" before "broken".
public struct FuzzyMatch: Hashable, Sendable {
  /// The most characters of a pattern and of a text that are looked at, which bounds the work.
  public static let limitCharacters = 128

  /// Higher fits better; comparable only between texts for one pattern.
  public let score: Int
  /// The numbers of the characters of the text that matched, ascending.
  public let positions: [Int]

  private static let perCharacter = 16
  private static let neighbourBonus = 12
  private static let wordStartBonus = 10
  private static let textStartBonus = 6
  private static let gapPenalty = 1
  private static let unreachable = Int.min / 2

  /// Matches without regard to case; nil when the pattern does not occur. The empty pattern matches
  /// everything with score 0.
  /// - Complexity: O(pattern × text).
  public init?(_ pattern: String, in text: String) {
    let wanted = pattern.prefix(Self.limitCharacters).filter { $0 != " " }.map { $0.lowercased() }
    guard !wanted.isEmpty else {
      score = 0
      positions = []
      return
    }
    let characters = Array(text.prefix(Self.limitCharacters))
    let lower = characters.map { $0.lowercased() }
    guard Self.occurs(wanted, in: lower) else { return nil }
    let table = Self.scores(of: wanted, in: lower, bonuses: Self.bonuses(of: characters))
    guard let best = table.last?.enumerated().max(by: { $0.element.score < $1.element.score }),
      best.element.score > Self.unreachable
    else { return nil }
    var place = best.offset
    var found: [Int] = []
    for row in table.reversed() {
      found.append(place)
      place = row[place].previous
    }
    positions = found.reversed()
    // A shorter text is the better fit among equals.
    score = best.element.score * 4 - min(characters.count, 64) / 4
  }

  /// The best score that ends at a character, and where the character before it matched.
  private typealias Entry = (score: Int, previous: Int)

  private static func scores(
    of wanted: [String], in text: [String], bonuses: [Int]
  ) -> [[Entry]] {
    var table: [[Entry]] = []
    for (row, character) in wanted.enumerated() {
      var entries = [Entry](repeating: (unreachable, 0), count: text.count)
      var best: Entry = (unreachable, 0)
      for column in text.indices {
        if row > 0, column > 0, table[row - 1][column - 1].score > best.score - gapPenalty {
          best = (table[row - 1][column - 1].score, column - 1)
        } else if best.score > unreachable {
          best.score -= gapPenalty
        }
        guard text[column] == character else { continue }
        if row == 0 {
          entries[column] = (perCharacter + bonuses[column] - min(column, 15), 0)
        } else {
          entries[column] = entry(
            after: best, neighbour: column > 0 ? table[row - 1][column - 1].score : unreachable,
            at: column, bonus: bonuses[column])
        }
      }
      table.append(entries)
    }
    return table
  }

  private static func entry(after best: Entry, neighbour: Int, at column: Int, bonus: Int) -> Entry
  {
    let far = best.score > unreachable ? best.score + perCharacter + bonus : unreachable
    let near = neighbour > unreachable ? neighbour + perCharacter + neighbourBonus : unreachable
    return near >= far ? (near, column - 1) : (far, best.previous)
  }

  private static func occurs(_ wanted: [String], in text: [String]) -> Bool {
    var rest = wanted[...]
    for character in text where character == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  private static func bonuses(of text: [Character]) -> [Int] {
    text.indices.map { index in
      guard index > 0 else { return wordStartBonus + textStartBonus }
      let before = text[index - 1]
      let startsWord =
        !(before.isLetter || before.isNumber) || (before.isLowercase && text[index].isUppercase)
      return startsWord ? wordStartBonus : 0
    }
  }
}
