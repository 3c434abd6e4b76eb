/// What an overlay made of an event.
public enum OverlayReply: Sendable {
  /// It has no use for it.
  case ignored
  /// It took it and stays.
  case stay
  /// It is done.
  case close
  /// It is done, and something is to follow in the console below.
  case closeThen(ConsoleAction)
  /// It stays, and wants something done by the console, such as submitting a command.
  case perform(ConsoleAction)
}
