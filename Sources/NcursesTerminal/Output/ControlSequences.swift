/// What is written to a terminal besides what ncurses writes.
///
/// Source: xterm's "XTerm Control Sequences"; for mode 2026 the specification of synchronized
/// output of terminal-wg.
enum ControlSequences {
  /// Holds the picture until the end of the frame, so that no half of one is seen.
  static let beginFrame = "\u{1B}[?2026h"
  /// Shows the frame.
  static let endFrame = "\u{1B}[?2026l"
  /// Asks that pasted text be marked as such, and that focus be told.
  static let enterModes = "\u{1B}[?2004h\u{1B}[?1004h"
  /// Ends both.
  static let leaveModes = "\u{1B}[?1004l\u{1B}[?2004l"
  /// Asks for movements with a button held, as SGR reports.
  static let enterDragging = "\u{1B}[?1002h\u{1B}[?1006h"
  /// Ends every kind of mouse report.
  static let leaveMouse = "\u{1B}[?1006l\u{1B}[?1003l\u{1B}[?1002l\u{1B}[?1000l"
  /// Asks for the background colour, whether frames can be held, and, as a fence, for the
  /// attributes every terminal tells.
  static let questions = "\u{1B}]11;?\u{1B}\\\u{1B}[?2026$p\u{1B}[c"

  /// Puts a terminal of any state back to what a shell expects.
  ///
  /// The order matters: first what would go on reporting or holding output, last the screen.
  /// - Parameter leaveScreen: the terminal's own way to leave the screen, empty when it has none;
  ///   then the cursor goes below what was drawn.
  static func reset(leaveScreen: String) -> String {
    endFrame + leaveMouse + leaveModes
      + "\u{1B}[?1l\u{1B}>\u{1B}[?7h\u{1B}[?25h\u{1B}[m"
      + (leaveScreen.isEmpty ? "\u{1B}[999;1H\r\n" : leaveScreen)
  }
}
