internal import CNcurses
internal import CSystem
internal import Glibc
public import Terminal

/// A real terminal, by ncurses.
///
/// Frames are compared with the last one and only what changed is handed to ncurses; a frame that
/// changes nothing writes nothing. Whatever ends the process, the terminal is given back first. To
/// be used from one thread.
public final class NcursesTerminal: Screen {
  /// Columns and rows at present.
  public internal(set) var size: Size
  /// Lines and bars in what the terminal's encoding has.
  public let glyphs: Glyphs
  /// The look; a new one repaints everything.
  public var theme: Theme {
    didSet {
      styles = StyleTable(theme: theme, depth: styles.depth)
      previous = nil
    }
  }

  private(set) var options: TerminalOptions
  let device: TerminalDevice
  let inbox: SignalInbox?
  let window: UnsafeMutablePointer<WINDOW>
  /// A window that is never drawn: reading keys from the visible one would draw it.
  let keys: UnsafeMutablePointer<WINDOW>
  let isXtermLike: Bool
  var diversion: StandardErrorDiversion?
  var previous: Frame?
  var previousCursor: Cursor?
  var styles: StyleTable
  var encoder: CellEncoder
  var assembler = InputAssembler()
  var mouse = MouseDecoder()
  /// True until the modes ncurses knows nothing of have been switched on again.
  var needsModes = true
  var hasAsked = false
  /// True once the terminal has said that it can hold a frame until it is whole.
  var holdsFrames = false
  var isClosed = false
  var hasReportedClosing = false
  private let curses: CursesScreen
  private let claim: ScreenClaim

  /// Opens the screen and switches the terminal to it.
  /// - Throws: `TerminalError`; the terminal is then as it was.
  public init(_ options: TerminalOptions) throws(TerminalError) {
    self.options = options
    let claim = try ScreenClaim()
    let opened = try CursesScreen.open(options)
    self.claim = claim
    device = opened.device
    inbox = opened.inbox
    curses = opened.screen
    isXtermLike = opened.isXtermLike
    window = curses.window
    keys = curses.keys
    size = device.size
    glyphs = curses.isUTF8 ? .unicode : .ascii
    encoder = CellEncoder(isUTF8: curses.isUTF8)
    theme = options.theme ?? .dark
    styles = StyleTable(theme: options.theme ?? .dark, depth: curses.depth)
    resize_term(Int32(size.height), Int32(size.width))
    do {
      diversion = try StandardErrorDiversion(to: options.standardError)
    } catch {
      close()
      throw error
    }
    if options.handlesSignals { diversion?.informGuard() }
  }

  deinit { close() }

  /// The descriptors an event loop has to watch; when one is readable, call `readEvents`.
  public var inputDescriptors: [Int32] {
    [device.descriptor] + (inbox.map { [$0.descriptor] } ?? [])
  }

  /// The colours the terminal is used with.
  public var colorDepth: ColorDepth { styles.depth }

  /// Gives the terminal back. Afterwards the screen does nothing.
  public func close() {
    guard !isClosed else { return }
    isClosed = true
    leaveScreen()
    curses.close()
    ks_terminal_guard_disarm()
    inbox?.close()
    diversion?.end()
    diversion = nil
    device.close()
    claim.end()
  }

  /// Shows the next frame whole, for when something else has drawn on the terminal.
  public func redraw() {
    previous = nil
    clearok(window, true)
  }

  /// Turns the mouse's reports on or off: off, the terminal selects text by itself.
  public func setMouse(_ isOn: Bool) {
    guard isOn != options.isMouseEnabled else { return }
    options.isMouseEnabled = isOn
    mousemask(isOn ? MouseDecoder.mask : 0, nil)
    mouseinterval(0)
    guard isXtermLike else { return }
    device.write(isOn ? ControlSequences.enterDragging : ControlSequences.leaveMouse)
  }

  /// Copies `text` to the user's clipboard by way of the terminal, to be called between frames.
  /// - Returns: false when the text is too long for terminals to take.
  public func copy(_ text: String) -> Bool {
    guard !isClosed,
      let sequence = ClipboardSequence.make(
        text, passesThroughTmux: options.isTmuxPassthroughAllowed)
    else { return false }
    device.write(sequence)
    return true
  }
}
