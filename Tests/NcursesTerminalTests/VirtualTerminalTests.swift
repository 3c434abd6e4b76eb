import TestSupport
import Testing

/// The emulator the other tests look through has to be right itself.
@Suite struct VirtualTerminalTests {
  private func terminal(_ output: String, columns: Int = 10, rows: Int = 4) -> VirtualTerminal {
    var terminal = VirtualTerminal(columns: columns, rows: rows)
    terminal.feed(Array(output.utf8))
    return terminal
  }

  @Test(arguments: [
    ("ab\r\ncd", ["ab", "cd", "", ""]),
    ("\u{1B}[2;3Hx\u{1B}[Hy", ["y", "  x", "", ""]),
    ("0123456789ab", ["0123456789", "ab", "", ""]),
    ("012345678東x", ["012345678", "東x", "", ""]),
    ("abcdef\u{1B}[3G\u{1B}[K", ["ab", "", "", ""]),
    ("abcdef\u{1B}[3G\u{1B}[1K", ["   def", "", "", ""]),
    ("abcdef\u{1B}[3G\u{1B}[2X", ["ab  ef", "", "", ""]),
    ("abcdef\u{1B}[3G\u{1B}[2P", ["abef", "", "", ""]),
    ("abcdef\u{1B}[3G\u{1B}[2@", ["ab  cdef", "", "", ""]),
    ("a\u{1B}[4b", ["aaaaa", "", "", ""]),
    ("1\r\n2\r\n3\r\n4\r\n5", ["2", "3", "4", "5"]),
    ("1\r\n2\r\n3\r\n4\u{1B}[H\u{1B}M0", ["0", "1", "2", "3"]),
    ("1\r\n2\r\n3\r\n4\u{1B}[2;3r\u{1B}[3;1H\n5", ["1", "3", "5", "4"]),
    ("1\r\n2\r\n3\u{1B}[1;1H\u{1B}[L", ["", "1", "2", "3"]),
    ("1\r\n2\r\n3\u{1B}[1;1H\u{1B}[M", ["2", "3", "", ""]),
    ("x\u{1B}[2Jy", [" y", "", "", ""]),
    ("\u{1B}(0lqk\u{1B}(B", ["┌─┐", "", "", ""]),
    ("e\u{301}x", ["e\u{301}x", "", "", ""]),
    ("東\u{8}x", [" x", "", "", ""]),
    ("a\u{1B}7\u{1B}[3;3Hb\u{1B}8c", ["ac", "", "  b", ""]),
    ("a\tb", ["a       b", "", "", ""]),
    ("\u{1B}[4d\u{1B}[2Gx\u{1B}[A\u{1B}[2Dy", ["", "", "y", " x"]),
  ])
  func text(output: String, lines: [String]) {
    let shown = terminal(output)
    #expect(shown.lines == lines)
    #expect(shown.unknown == [])
  }

  @Test func stylesAreThoseOfTheSequences() {
    let shown = terminal("\u{1B}[1;38;5;203;48;5;24mx\u{1B}[22;39;7my\u{1B}[mz\u{1B}[91mw")
    #expect(shown.cell(column: 0, row: 0).style.isBold)
    #expect(shown.cell(column: 0, row: 0).style.foreground == 203)
    #expect(shown.cell(column: 0, row: 0).style.background == 24)
    #expect(!shown.cell(column: 1, row: 0).style.isBold)
    #expect(shown.cell(column: 1, row: 0).style.isReverse)
    #expect(shown.cell(column: 2, row: 0).style == VirtualCell.Style())
    #expect(shown.cell(column: 3, row: 0).style.foreground == 9)
  }

  @Test func whatIsLeftOnIsFound() {
    let shown = terminal("\u{1B}[?1049h\u{1B}[?1006;1000h\u{1B}[?25l\u{1B}=\u{1B}[1m")
    #expect(shown.leftovers.count == 6)
    #expect(terminal("\u{1B}[?1049hx\u{1B}[?1049l\u{1B}[?25h").leftovers == [])
    #expect(terminal("ab\u{1B}[?1049hx\u{1B}[?1049l").lines[0] == "ab")
  }

  @Test func questionsAreAnsweredAndTheUnknownIsNoted() {
    var shown = terminal("\u{1B}[c\u{1B}[2;3H\u{1B}[6n\u{1B}[?2026$p\u{1B}]11;?\u{1B}\\")
    #expect(
      shown.replies
        == "\u{1B}[?62;22c\u{1B}[2;3R\u{1B}[?2026;2$y\u{1B}]11;rgb:0000/0000/0000\u{1B}\\")
    shown = terminal("\u{1B}[5y\u{1B}]52;c;aGk=\u{7}\u{1B}]0;title\u{7}\u{7}")
    #expect(shown.unknown == ["CSI 5y"])
    #expect(shown.clipboard == "aGk=")
    #expect(shown.title == "title")
    #expect(shown.bellCount == 1)
  }

  @Test func resizingCutsAndFills() {
    var shown = terminal("0123456789\r\nx")
    shown.resize(columns: 4, rows: 1)
    #expect(shown.lines == ["0123"])
    shown.resize(columns: 6, rows: 2)
    #expect(shown.lines == ["0123", ""])
  }
}
