/// Answers what programs ask of a terminal, as xterm with a dark ground would, so that none of them waits
/// for an answer that never comes.
struct TerminalReplies {
  private static let table: [(question: [UInt8], answer: [UInt8])] = [
    ("\u{1B}]11;?\u{1B}\\", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\"),
    ("\u{1B}[?2026$p", "\u{1B}[?2026;2$y"),
    ("\u{1B}[c", "\u{1B}[?62;22c"),
    ("\u{1B}[6n", "\u{1B}[1;1R"),
  ].map { (Array($0.utf8), Array($1.utf8)) }
  /// What of an output may be the beginning of a question.
  private static let carriedBytes = (table.map(\.question.count).max() ?? 1) - 1

  private var tail: [UInt8] = []

  /// What to send for a piece of output, in the order of the questions.
  mutating func answer(to output: some Collection<UInt8>) -> [UInt8] {
    let text = tail + output
    var answers: [UInt8] = []
    for place in text.indices where text[place] == 0x1B {
      for entry in Self.table {
        // A question that lies in the tail whole has been answered.
        guard place + entry.question.count > tail.count else { continue }
        if text[place...].starts(with: entry.question) { answers += entry.answer }
      }
    }
    tail = text.suffix(Self.carriedBytes)
    return answers
  }
}
