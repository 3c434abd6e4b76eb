import Enforcement
import GatewayModel
public import Terminal

/// A text to read.
public struct TextOverlay: Overlay {
  /// The scope of its keys.
  public let scope = KeyScope.text
  private let title: String
  private var text: ScrollText
  private let lines: [StyledText]

  /// Makes a text with a title.
  public init(_ title: String, _ lines: [StyledText]) {
    self.title = title
    self.lines = lines
    text = ScrollText(lines, width: Self.columns)
  }

  private static let columns = 96

  /// A journal line with all it changed.
  static func history(_ line: HistoryLine) -> TextOverlay {
    TextOverlay(
      "Journal line #\(Words.grouped(Int(line.sequence)))",
      [
        DetailLine.words("when", line.time.iso8601), DetailLine.words("who", line.actor),
        DetailLine.words("where", line.surface), DetailLine.words("what", line.summary),
        .empty, StyledText("changed", Style(.heading, .bold)),
      ] + line.refs.map { StyledText(DisplayText("  \($0)")) })
  }

  /// A request with the reason of its refusal.
  static func request(_ request: RequestRecord, in state: GatewayState) -> TextOverlay {
    TextOverlay(
      "Request \(request.id)",
      [
        DetailLine.words("when", request.time.iso8601),
        DetailLine.words("what", "\(request.httpMethod) \(request.path)"),
        DetailLine.words("stage", Words.stage(request.stage, in: state)),
        DetailLine.words("from", request.sourceAddress),
        DetailLine.words("key", request.keyId.map { state.keys[$0]?.displayName ?? $0 } ?? "none"),
        DetailLine.words("answer", "\(request.status)"),
        DetailLine.words("because", request.verdict.sentence),
        DetailLine.words("took", "\(Words.grouped(request.latencyMicroseconds)) µs"),
      ])
  }

  /// Scrolls.
  public mutating func move(_ motion: Motion, world: any ConsoleWorld) {
    text.move(motion, height: 10)
  }

  /// Draws the text in the middle.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    let width = min(Self.columns, max(1, area.width - 4))
    var text = text
    text.setWidth(width)
    let size = Size(width: width, height: min(max(1, text.lineCount), max(1, area.height - 2)))
    let inner = OverlayBox.draw(size, title: title, into: &frame, in: area)
    text.draw(into: &frame, in: inner)
    return nil
  }
}
