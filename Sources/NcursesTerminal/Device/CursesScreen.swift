internal import CNcurses
internal import Glibc
internal import Terminal

/// The set-up of ncurses: what is asked of it once, and given back once.
final class CursesScreen {
  /// The delay in milliseconds after which an Esc is the key and not the start of a sequence.
  private static let escapeDelayMilliseconds: Int32 = 25

  let window: UnsafeMutablePointer<WINDOW>
  let keys: UnsafeMutablePointer<WINDOW>
  let isUTF8: Bool
  let depth: ColorDepth
  private let screen: OpaquePointer
  private let files: [UnsafeMutablePointer<FILE>]

  init(
    type: TerminalType, device: TerminalDevice, options: TerminalOptions
  ) throws(TerminalError) {
    // The only category a screen needs: numbers and dates keep the C forms.
    setlocale(LC_CTYPE, "")
    isUTF8 = String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8"
    files = try Self.open(device)
    // The size comes from the terminal, not from LINES and COLUMNS of a shell long resized.
    use_env(false)
    use_tioctl(true)
    guard let screen = newterm(type.name, files[1], files[0]) else {
      files.forEach { fclose($0) }
      throw .unknownTerminalType(type.name)
    }
    self.screen = screen
    let pad = newpad(1, 1)
    guard let window = ks_curses_stdscr(), let pad else {
      endwin()
      delscreen(screen)
      files.forEach { fclose($0) }
      throw .system(call: "newpad", errno: ENOMEM)
    }
    self.window = window
    keys = pad
    depth = Self.startColors(options)
    setUpInput(options)
    leaveok(window, false)
    idlok(window, false)
    scrollok(window, false)
    curs_set(0)
  }

  func close() {
    delwin(keys)
    delscreen(screen)
    files.forEach { fclose($0) }
  }

  private static func open(
    _ device: TerminalDevice
  ) throws(TerminalError) -> [UnsafeMutablePointer<FILE>] {
    var files: [UnsafeMutablePointer<FILE>] = []
    for mode in ["r", "w"] {
      let copy = fcntl(device.descriptor, F_DUPFD_CLOEXEC, 3)
      guard copy >= 0, let file = fdopen(copy, mode) else {
        throw .system(call: "fdopen", errno: errno)
      }
      files.append(file)
    }
    return files
  }

  private static func startColors(_ options: TerminalOptions) -> ColorDepth {
    let noColor = options.environment["NO_COLOR"]
    guard noColor?.isEmpty ?? true, has_colors(), start_color() == OK else { return .monochrome }
    // Without this the terminal's own background, perhaps translucent, would turn black.
    guard use_default_colors() == OK else { return .monochrome }
    return ColorDepth(colors: Int(ks_curses_colors()), noColor: noColor)
  }

  private func setUpInput(_ options: TerminalOptions) {
    raw()
    noecho()
    nonl()
    nodelay(keys, true)
    keypad(keys, true)
    notimeout(keys, false)
    if options.environment["ESCDELAY"] == nil { set_escdelay(Self.escapeDelayMilliseconds) }
    KeyTable.define()
    if options.isMouseEnabled {
      mousemask(MouseDecoder.mask, nil)
      mouseinterval(0)
    }
  }
}
