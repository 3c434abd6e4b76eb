internal import Terminal

/// What a piece of input turned out to be.
enum InputItem: Hashable {
  /// Something the user did.
  case event(TerminalEvent)
  /// Something the mouse did, in a form that ncurses does not read here.
  case mouse(MouseReport)
  /// Something the terminal answered.
  case reply(TerminalReply)
}
