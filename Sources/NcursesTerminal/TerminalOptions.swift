public import Terminal

/// How a screen is to be opened.
public struct TerminalOptions: Sendable {
  /// Where standard error goes while the screen is up, so that no message lands between its cells.
  public enum StandardError: Hashable, Sendable {
    /// Stays as it is; for programs whose standard error is no terminal.
    case unchanged
    /// Into memory; its tail is shown after the screen was left.
    case memory
    /// To the end of a file; what was added is shown after the screen was left.
    case file(path: String)
  }

  /// The terminal's descriptor; nil for standard output, or the controlling terminal when that is
  /// no terminal.
  public var descriptor: Int32?
  /// The environment: TERM, NO_COLOR, ESCDELAY.
  public var environment: [String: String]
  /// The look; nil for one that suits the background, once the terminal has told it.
  public var theme: Theme?
  /// True to be told of clicks and the wheel; the terminal's own selection then needs Shift.
  public var isMouseEnabled = true
  /// True to take over the signals that end, stop, continue or resize, and those of a crash.
  public var handlesSignals = true
  /// True when the terminal shall be asked for its background and for synchronized output.
  public var asksTerminal = true
  /// Where standard error goes meanwhile.
  public var standardError = StandardError.memory
  /// True inside a tmux that passes sequences on to the terminal around it, for copying.
  public var isTmuxPassthroughAllowed = false

  /// Makes options for the terminal the program was started on.
  public init(environment: [String: String], descriptor: Int32? = nil, theme: Theme? = nil) {
    self.environment = environment
    self.descriptor = descriptor
    self.theme = theme
  }
}
