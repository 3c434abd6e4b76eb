/// Everything a terminal tells a program.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(KeyEvent)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// Text was pasted; it is data, never a row of commands.
  case paste(String)
  /// The terminal's window has the keyboard now, or has it no longer.
  case focus(Bool)
  /// The terminal has a new size; the next frame must have it.
  case resize(Size)
  /// The screen was given away and is ours again; the next frame is drawn whole.
  case resumed
  /// The terminal told whether its background is light.
  case lightBackground(Bool)
  /// The program shall end: a signal, by its number.
  case terminate(signal: Int32)
  /// Nobody is there any more: the terminal has gone.
  case closed
}
