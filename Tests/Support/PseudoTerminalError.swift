/// Why a test on a pseudo terminal cannot go on.
public enum PseudoTerminalError: Error, CustomStringConvertible {
  /// The system refused.
  case system(call: String, errno: Int32)
  /// What was waited for did not happen in time; the screen shows what did.
  case timedOut(waitingFor: String, screen: String)
  /// The program ended while something was waited for.
  case ended(waitingFor: String, screen: String)

  /// What was waited for, and the screen in a frame.
  public var description: String {
    switch self {
    case .system(let call, let errno): "\(call) failed with error \(errno)"
    case .timedOut(let what, let screen): "no \(what) in time; the screen:\n\(Self.framed(screen))"
    case .ended(let what, let screen):
      "the program ended before \(what); the screen:\n\(Self.framed(screen))"
    }
  }

  private static func framed(_ screen: String) -> String {
    screen.split(separator: "\n", omittingEmptySubsequences: false).map { "|\($0)\n" }.joined()
  }
}
