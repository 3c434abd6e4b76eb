/// Why there can be no screen.
public enum TerminalError: Error, Hashable, Sendable {
  /// Neither standard output nor the controlling terminal is a terminal.
  case notATerminal
  /// `TERM` is not set.
  case noTerminalType
  /// The terminal database does not know the type.
  case unknownTerminalType(String)
  /// The terminal cannot move its cursor, so nothing but lines of text can be shown.
  case terminalTooSimple(String)
  /// There is a screen in this process already; ncurses has room for one.
  case screenInUse
  /// The system refused.
  case system(call: String, errno: Int32)
}

extension TerminalError: CustomStringConvertible {
  /// What is wrong and what can be done about it.
  public var description: String {
    switch self {
    case .notATerminal:
      "the console needs a terminal, and neither standard output nor /dev/tty is one"
    case .noTerminalType:
      "the console needs to know the terminal's type: set TERM, for example TERM=xterm-256color"
    case .unknownTerminalType(let type):
      "the terminal type \"\(type)\" is not known here: install its terminfo entry or set TERM to a "
        + "type that is, for example TERM=xterm-256color"
    case .terminalTooSimple(let type):
      "a terminal of type \"\(type)\" cannot move its cursor: set TERM to the type it really has"
    case .screenInUse:
      "this process shows a screen already"
    case .system(let call, let errno):
      "\(call) failed with error \(errno)"
    }
  }
}
