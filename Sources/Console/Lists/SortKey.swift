/// What a row is sorted by: a number, or text whose beginning is packed into one for speed.
struct SortKey: Comparable, Sendable {
  private let rank: UInt64
  private let text: String

  /// Sorts by a number; not-a-number comes first.
  init(_ number: Double) {
    let bits = number.isNaN ? 0 : number.bitPattern
    // Negative numbers are reversed and put below the others, so that unsigned order is theirs.
    rank = number.isNaN ? 0 : bits >> 63 == 1 ? ~bits : bits | 1 << 63
    text = ""
  }

  /// Sorts by text, without regard to case in its first eight bytes.
  init(_ text: String) {
    var rank: UInt64 = 0
    var count = 0
    for byte in text.utf8.prefix(8) {
      let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      rank = rank << 8 | UInt64(folded)
      count += 1
    }
    self.rank = count == 0 ? 0 : rank << UInt64(8 * (8 - count))
    self.text = text
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    left.rank != right.rank ? left.rank < right.rank : left.text < right.text
  }
}
