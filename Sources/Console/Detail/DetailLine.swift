import GatewayModel
import Terminal

/// One line of the detail pane.
struct DetailLine {
  /// What Enter on a line leads to.
  enum Target: Hashable {
    /// Another entity.
    case entity(EntityRef)
    /// A recorded request, which the tracer explains.
    case request(RequestRecord)
    /// A line of the journal.
    case history(HistoryLine)
  }

  /// What it shows.
  enum Content {
    case text(StyledText)
    case bar(label: StyledText, fraction: Double, style: Style, note: StyledText)
    case spark(label: StyledText, values: [Double], maximum: Double, note: StyledText)
  }

  let content: Content
  let target: Target?

  init(_ content: Content, target: Target? = nil) {
    self.content = content
    self.target = target
  }

  /// A line of text.
  static func text(_ text: StyledText, target: Target? = nil) -> DetailLine {
    DetailLine(.text(text), target: target)
  }

  /// A name and a value, the values one below the other.
  static func field(
    _ name: String, _ value: String, _ style: Style = .plain, target: Target? = nil
  ) -> DetailLine {
    .text(words(name, value, style), target: target)
  }

  /// A name and a value as one line of text.
  static func words(_ name: String, _ value: String, _ style: Style = .plain) -> StyledText {
    StyledText(DisplayText(name).fitted(to: nameColumns), Style(.heading))
      + StyledText(DisplayText(value), style)
  }

  /// A heading with a blank line before it.
  static func section(_ title: String) -> [DetailLine] {
    [.text(.empty), .text(StyledText(DisplayText(title), Style(.heading, .bold)))]
  }

  /// Columns of the names of fields.
  static let nameColumns = 11
}
