/// A report of the mouse in the SGR form, as the terminal sent it.
///
/// ncurses reads this form only where terminfo promises it; tmux, screen and others send it when asked
/// although their entries tell of the older form.
///
/// Source: xterm's "XTerm Control Sequences", Extended coordinates (SGR 1006).
struct MouseReport: Hashable {
  /// Button and modifiers: bits 0 and 1 the button, 2 shift, 3 alt, 4 control, 5 a movement, 6 the
  /// wheel, 7 one of the buttons beside the main ones.
  let code: Int
  /// Counted from 1.
  let column: Int
  /// Counted from 1.
  let row: Int
  /// True for a button that was let go.
  let isRelease: Bool

  /// Reads `ESC [ < code ; column ; row M` or `m`, of which `sequence` is the part between `[` and the
  /// final letter; nil when it is something else.
  init?(sequence: String, final: Unicode.Scalar) {
    guard sequence.first == "<", final == "M" || final == "m" else { return nil }
    let numbers = sequence.dropFirst().split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2],
      code >= 0, column > 0, row > 0
    else { return nil }
    self.code = code
    self.column = column
    self.row = row
    isRelease = final == "m"
  }
}
