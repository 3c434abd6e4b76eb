/// A screen that keeps what it is shown, for tests and for programs that look at other programs.
public final class MemoryScreen: Screen {
  /// Columns and rows; change it with `resize(to:)`.
  public private(set) var size: Size
  /// The characters frames are drawn with.
  public let glyphs: Glyphs
  /// The last frame shown, blank before the first.
  public private(set) var frame: Frame
  /// Where the cursor was put with the last frame.
  public private(set) var cursor: Cursor?
  /// How many frames were shown that differed from the one before.
  public private(set) var changedFrameCount = 0
  private var events: [TerminalEvent] = []

  /// Makes a blank screen.
  public init(size: Size, glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    frame = Frame(size: size, glyphs: glyphs)
  }

  /// Keeps `frame`.
  public func present(_ frame: Frame, cursor: Cursor?) {
    if !frame.changes(from: self.frame).isEmpty || cursor != self.cursor { changedFrameCount += 1 }
    self.frame = frame
    self.cursor = cursor
  }

  /// Hands out what was put in by the functions below.
  public func readEvents() -> [TerminalEvent] {
    defer { events = [] }
    return events
  }

  /// Lets the program see `event` at its next reading.
  public func send(_ event: TerminalEvent) {
    events.append(event)
  }

  /// Types keys given in key notation with blanks between them, such as `g g ^S F4`.
  /// - Throws: `KeyNotationError` when a part names no key.
  public func type(keys notation: String) throws {
    events += try KeySequence(notation: notation).keys.map { .key($0) }
  }

  /// Types the characters of `text`, one press each.
  public func type(text: String) {
    events += text.map { .key(.character($0)) }
  }

  /// Gives the screen another size and tells the program.
  public func resize(to size: Size) {
    self.size = size
    events.append(.resize(size))
  }

  /// The text shown, row by row without trailing blanks.
  public var text: String { frame.description }

  /// The text shown, the place of the cursor and the look of every cell, for golden files.
  public var textAndStyles: String {
    let place = cursor.map {
      "\($0.isVisible ? "visible" : "hidden") at column \($0.point.x), row \($0.point.y)"
    }
    return text + "--- cursor: \(place ?? "none")\n--- styles\n" + frame.styleDescription
  }

  /// True when some row shows `text`.
  public func shows(_ text: String) -> Bool {
    frame.lines.contains { $0.contains(text) }
  }
}
