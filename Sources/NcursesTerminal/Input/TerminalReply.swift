/// An answer of the terminal to a question of the program.
enum TerminalReply: Hashable {
  /// Its attributes: every question before has been answered or never will be.
  case attributes
  /// The state of a private mode, as DECRQM reports it: 1 set, 2 reset, 0 unknown.
  case mode(Int, state: Int)
  /// The background, from 0 for black to 1 for white.
  case background(luminance: Double)
}
