internal import CNcurses
internal import Terminal

/// What the terminal database says of the terminal, looked up before anything is changed.
struct TerminalType {
  let name: String
  /// Its way to leave the screen, empty when it has none.
  let leaveScreen: String

  /// True when the terminal understands xterm's private modes.
  var isXtermLike: Bool { leaveScreen.contains("1049") }

  /// Looks up the type named by `TERM`.
  init(_ environment: [String: String], device: TerminalDevice) throws(TerminalError) {
    name = environment["TERM"] ?? ""
    guard !name.isEmpty else { throw .noTerminalType }
    var result: Int32 = 0
    guard setupterm(name, device.descriptor, &result) == OK else {
      // 1: known, but one of those that only print. Source: setupterm(3X).
      throw result == 1 ? .terminalTooSimple(name) : .unknownTerminalType(name)
    }
    guard Self.capability("cup") != nil else { throw .terminalTooSimple(name) }
    leaveScreen = Self.capability("rmcup") ?? ""
  }

  /// The terminal's string for a capability, nil when it has none.
  private static func capability(_ name: String) -> String? {
    guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return nil }
    return String(cString: text)
  }
}
