import Terminal

/// A terminal without a screen: takes what a program writes and holds what a user would see.
///
/// It knows what ncurses sends to an xterm, and keeps a list of everything else, so that a test can
/// insist on there being nothing else.
public struct VirtualTerminal: Sendable {
  /// Columns.
  public private(set) var columns: Int
  /// Rows.
  public private(set) var rows: Int
  /// The cursor's column; equal to `columns` never, a full row waits for the next character.
  public internal(set) var cursorX = 0
  /// The cursor's row.
  public internal(set) var cursorY = 0
  /// The private modes that are on, by number, such as 1049 for the other screen.
  public internal(set) var modes: Set<Int> = VirtualTerminal.initialModes
  /// True when the keypad sends sequences of its own.
  public internal(set) var isKeypadApplication = false
  /// What the program asked to be copied, decoded from nothing: the base64 text itself.
  public internal(set) var clipboard: String?
  /// The window's title.
  public internal(set) var title = ""
  /// Sequences that are not understood.
  public internal(set) var unknown: [String] = []
  /// How many frames were held until they were whole.
  public internal(set) var heldFrameCount = 0
  /// How often everything was erased.
  public internal(set) var clearCount = 0
  /// How often the other screen was entered.
  public internal(set) var alternateScreenCount = 0
  /// How often the bell rang.
  public internal(set) var bellCount = 0
  /// How many bytes have come.
  public private(set) var byteCount = 0
  /// What the terminal answers; to be taken and sent to the program.
  public internal(set) var replies = ""
  /// The background told to those who ask, as `rrrr/gggg/bbbb`; nil to stay silent.
  public var background: String? = "0000/0000/0000"
  /// True when the terminal says it can hold frames.
  public var supportsHeldFrames = true

  /// Autowrap and the cursor, on in every fresh terminal.
  static let initialModes: Set<Int> = [7, 25]

  var cells: [[VirtualCell]]
  var otherCells: [[VirtualCell]]
  var style = VirtualCell.Style()
  var saved: (x: Int, y: Int, style: VirtualCell.Style) = (0, 0, VirtualCell.Style())
  var region: Range<Int>
  var isWrapPending = false
  var isLineDrawing = false
  var lastCharacter: Unicode.Scalar?
  var parser = VirtualTerminalParser()

  /// Makes a blank terminal.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Self.blank(columns, rows)
    otherCells = cells
    region = 0..<rows
  }

  /// Takes what the program has written.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      byteCount += 1
      guard let item = parser.feed(byte) else { continue }
      switch item {
      case .print(let scalar): put(scalar)
      case .control(let control): obey(control: control)
      case .escape(let sequence): obey(escape: sequence)
      case .csi(let sequence): obey(sequence)
      case .text(let kind, let text): obey(text: text, kind: kind)
      }
    }
  }

  /// Gives the terminal another size; content is cut or filled at the right and at the bottom.
  public mutating func resize(columns: Int, rows: Int) {
    for keyPath in [\VirtualTerminal.cells, \VirtualTerminal.otherCells] {
      var kept = self[keyPath: keyPath].prefix(rows).map { row in
        Array(row.prefix(columns))
          + Array(repeating: VirtualCell(), count: max(0, columns - row.count))
      }
      kept += Self.blank(columns, max(0, rows - kept.count))
      self[keyPath: keyPath] = kept
    }
    self.columns = columns
    self.rows = rows
    region = 0..<rows
    cursorX = min(cursorX, columns - 1)
    cursorY = min(cursorY, rows - 1)
    isWrapPending = false
  }

  /// The text of a row, without trailing blanks.
  public func text(ofRow row: Int) -> String {
    guard cells.indices.contains(row) else { return "" }
    var text = cells[row].map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The rows' text, without trailing blanks.
  public var lines: [String] { (0..<rows).map(text(ofRow:)) }

  /// The rows' text with line ends, for golden files and messages.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  /// True when some row shows `text`.
  public func shows(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// The number of the first row that shows `text`, nil when none does.
  public func row(showing text: String) -> Int? { lines.firstIndex { $0.contains(text) } }

  /// The cell at a place; a blank outside.
  public func cell(column: Int, row: Int) -> VirtualCell {
    cells.indices.contains(row) && cells[row].indices.contains(column)
      ? cells[row][column] : VirtualCell()
  }

  /// True when the other screen, without scrollback, is shown.
  public var isAlternateScreen: Bool { modes.contains(1049) }

  /// What differs from a fresh terminal: what a dead program has left switched on.
  public var leftovers: [String] {
    var left = modes.subtracting(Self.initialModes).sorted().map { "mode \($0) on" }
    left += Self.initialModes.subtracting(modes).sorted().map { "mode \($0) off" }
    if isKeypadApplication { left.append("application keypad") }
    if style != VirtualCell.Style() { left.append("style \(style)") }
    if isLineDrawing { left.append("line drawing characters") }
    if region != 0..<rows { left.append("scroll region \(region)") }
    return left
  }

  /// Takes what the terminal answers.
  mutating func takeReplies() -> String {
    defer { replies = "" }
    return replies
  }

  static func blank(_ columns: Int, _ rows: Int) -> [[VirtualCell]] {
    Array(repeating: Array(repeating: VirtualCell(), count: columns), count: rows)
  }
}

extension VirtualTerminal: CustomStringConvertible {
  /// What the screen shows, for messages.
  public var description: String { "a terminal that shows\n\(text)" }
}
