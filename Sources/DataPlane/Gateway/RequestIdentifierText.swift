/// The text of a request's id, for requests whose answer comes later.
enum RequestIdentifierText {
  /// The id as a UUID in lower case.
  static func text(_ words: (high: UInt64, low: UInt64)) -> String {
    let digits = [words.high, words.low].map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
    var parts: [Substring] = []
    var rest = digits[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }
}
