internal import CSystem
internal import Terminal

extension CursesScreen {
  /// What is needed for a screen, opened in the only safe order.
  struct Opened {
    let device: TerminalDevice
    let inbox: SignalInbox?
    let screen: CursesScreen
    let isXtermLike: Bool
  }

  /// Finds the terminal, takes the process under guard and starts ncurses; leaves nothing changed
  /// when any of it fails.
  static func open(_ options: TerminalOptions) throws(TerminalError) -> Opened {
    let device = try TerminalDevice(descriptor: options.descriptor)
    var inbox: SignalInbox?
    do {
      let type = try TerminalType(options.environment, device: device)
      // Our handlers first: ncurses leaves signals alone that somebody handles already.
      if options.handlesSignals { inbox = try armedInbox(for: type, device) }
      let screen = try CursesScreen(type: type, device: device, options: options)
      return Opened(
        device: device, inbox: inbox, screen: screen, isXtermLike: type.isXtermLike)
    } catch {
      ks_terminal_guard_disarm()
      inbox?.close()
      device.close()
      throw error
    }
  }

  private static func armedInbox(
    for type: TerminalType, _ device: TerminalDevice
  ) throws(TerminalError) -> SignalInbox {
    let inbox = try SignalInbox()
    let reset = ControlSequences.reset(leaveScreen: type.leaveScreen)
    let result = ks_terminal_guard_arm(
      device.descriptor, inbox.writeDescriptor, reset, reset.utf8.count)
    guard result == 0 else {
      inbox.close()
      throw .system(call: "tcgetattr", errno: -result)
    }
    inbox.watch()
    return inbox
  }
}
