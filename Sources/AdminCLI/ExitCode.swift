/// What the program's end says to a script.
public enum ExitCode: Int32, Sendable, CaseIterable {
  /// Done.
  case done = 0
  /// Refused: validation, conflict, not found; doctor: an error found; why: would be refused.
  case refused = 1
  /// The command line was not understood.
  case usage = 2
  /// The workspace or its journal cannot be used.
  case workspace = 3
  /// There is no terminal, or one that cannot serve.
  case terminal = 4
  /// Something the program needs from the system is missing, for example a free port, or room for what
  /// it prints.
  case unavailable = 5
  /// Ended by Ctrl-C, as shells count it: 128 and the signal's number.
  case interrupted = 130
  /// Asked to end by the system.
  case terminated = 143

  /// Number and meaning, for help and manual.
  public var explanation: String {
    switch self {
    case .done: "0 done"
    case .refused: "1 refused"
    case .usage: "2 not understood"
    case .workspace: "3 workspace or journal unusable"
    case .terminal: "4 no usable terminal"
    case .unavailable: "5 a port, room for output or the like is missing"
    case .interrupted: "130 interrupted"
    case .terminated: "143 terminated"
    }
  }
}
