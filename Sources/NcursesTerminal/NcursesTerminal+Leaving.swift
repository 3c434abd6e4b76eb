internal import CNcurses
internal import CSystem
internal import Glibc
internal import Terminal

extension NcursesTerminal {
  /// Stops the whole job as Ctrl-Z does in a shell, and returns when it is continued.
  ///
  /// The next frame is then drawn whole.
  public func suspend() {
    guard !isClosed else { return }
    leaveScreen()
    ks_terminal_stop_job()
    returnToScreen()
  }

  /// Gives the terminal to a program, such as an editor or a pager, and waits for its end.
  ///
  /// The next frame is then drawn whole.
  /// - Parameters:
  ///   - arguments: the program, looked up in PATH, and its arguments; at least one.
  ///   - environment: the program's environment.
  /// - Returns: its exit code, or 128 and the signal that ended it.
  /// - Throws: `TerminalError.system` when it could not be started.
  public func run(
    _ arguments: [String], environment: [String: String]
  ) throws(TerminalError) -> Int32 {
    leaveScreen()
    let status = CStrings.with(arguments) { arguments in
      CStrings.with(environment.map { "\($0.key)=\($0.value)" }) { environment in
        ks_terminal_run(device.descriptor, arguments, environment)
      }
    }
    returnToScreen()
    guard status >= 0 else { throw .system(call: "start \(arguments[0])", errno: -status) }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Puts the terminal into the state a shell expects.
  func leaveScreen() {
    if isXtermLike {
      device.write(ControlSequences.endFrame + ControlSequences.leaveMouse)
      device.write(ControlSequences.leaveModes)
    }
    def_prog_mode()
    endwin()
  }

  /// Takes the terminal again; everything is drawn anew with the next frame.
  func returnToScreen() {
    reset_prog_mode()
    clearok(window, true)
    previous = nil
    previousCursor = nil
    curs_set(0)
    needsModes = true
    // Continuing has been dealt with; resizing shows in the size.
    let pending = inbox?.take() ?? []
    for number in pending where number != SIGCONT && number != SIGTSTP {
      var byte = UInt8(number)
      if let inbox { _ = Glibc.write(inbox.writeDescriptor, &byte, 1) }
    }
  }
}
