import Enforcement
import GatewayModel
public import Terminal

/// A text to read.
public struct TextOverlay: Overlay {
  /// The scope of its keys.
  public var scope: KeyScope { field == nil ? .text : .textSearch }
  private let title: String
  /// The line in which words are typed, while they are.
  private var field: TextField?
  private var text: ScrollText
  /// Rows of the window, as it was drawn last.
  private var rows = 1
  /// What of it can be copied, and what that is called.
  let copyable: (text: String, what: String)?

  /// Makes a text with a title.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - lines: The text as it is shown.
  ///   - copying: The text as it is copied; nil when it is only to be read.
  ///   - what: What is copied, in words.
  public init(_ title: String, _ lines: [StyledText], copying: String? = nil, as what: String = "")
  {
    self.title = title
    copyable = copying.map { ($0, what) }
    text = ScrollText(lines, width: Self.columns)
  }

  private static let columns = 96

  /// A journal line with all it changed.
  static func history(_ line: HistoryLine, in state: GatewayState) -> TextOverlay {
    TextOverlay(
      "Journal line #\(Words.grouped(Int(line.sequence)))",
      [
        DetailLine.words("when", Words.exactMoment(line.time)), DetailLine.words("who", line.actor),
        DetailLine.words("where", line.surface), DetailLine.words("what", line.summary),
        .empty, StyledText("changed", Style(.heading, .bold)),
      ]
        + line.refs.map {
          StyledText(DisplayText("  \(Words.title(of: $0, in: state))"))
        })
  }

  /// A request with the reason of its refusal.
  static func request(_ request: RequestRecord, in state: GatewayState) -> TextOverlay {
    TextOverlay(
      "Request \(request.id)",
      [
        DetailLine.words("when", Words.exactMoment(request.time)),
        DetailLine.words("what", "\(request.httpMethod) \(request.path)"),
        DetailLine.words("stage", Words.stage(request.stage, in: state)),
        DetailLine.words("from", request.sourceAddress),
        DetailLine.words("key", request.keyId.map { state.keys[$0]?.displayName ?? $0 } ?? "none"),
        DetailLine.words("answer", "\(request.status)"),
        DetailLine.words("because", request.verdict.sentence),
        DetailLine.words("took", "\(Words.grouped(request.latencyMicroseconds)) µs"),
      ])
  }

  /// Searches, and goes from place to place.
  public mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply {
    if var field {
      switch key {
      case KeyEvent(.enter): self.field = nil
      case KeyEvent(.escape):
        self.field = nil
        text.search("", height: rows)
      default:
        guard field.handle(key) else { return .stay }
        self.field = field
        text.search(field.text, height: rows)
      }
      return .stay
    }
    switch key.typedCharacter {
    case "/": field = TextField(limitCharacters: Self.searchLimitCharacters)
    case "n": text.moveToMatch(forward: true, height: rows)
    case "N": text.moveToMatch(forward: false, height: rows)
    default: return .ignored
    }
    return .stay
  }

  /// The most characters of what is searched for.
  static let searchLimitCharacters = 200

  /// Wraps and scrolls by the window that is seen from now on.
  public mutating func notePresented(in area: Rect) {
    text.setWidth(Self.columns(in: area))
    rows = Self.rows(in: area)
  }

  /// Scrolls.
  public mutating func move(_ motion: Motion, world: any ConsoleWorld) {
    text.move(motion, height: rows)
  }

  private static func columns(in area: Rect) -> Int { min(columns, max(1, area.width - 4)) }
  private static func rows(in area: Rect) -> Int { max(1, area.height - 2) }

  /// Draws the text in the middle.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    let width = Self.columns(in: area)
    var text = text
    text.setWidth(width)
    let size = Size(width: width + 2, height: min(max(1, text.lineCount), Self.rows(in: area)))
    let inner = OverlayBox.draw(size, title: title, into: &frame, in: area)
    text.draw(into: &frame, in: inner.inset(horizontal: 1, vertical: 0))
    guard let field else { return nil }
    let line = area.row(area.height - 1)
    frame.fill(line)
    frame.draw("/", in: line.droppingColumns(1), Style(.accent, .bold))
    return field.draw(into: &frame, in: line.droppingColumns(3))
      .map { Cursor($0, isVisible: true) }
  }
}
