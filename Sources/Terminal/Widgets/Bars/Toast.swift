/// News about what was just done, on a line of its own so that it never covers what it is about.
public struct Toast: Hashable, Sendable {
  /// What kind of news.
  public enum Kind: Hashable, Sendable {
    /// It was done.
    case ok
    /// Something to know.
    case info
    /// It was done, but look.
    case warning
    /// It was not done.
    case error
  }

  /// What kind of news.
  public let kind: Kind
  /// The news in a sentence.
  public let text: DisplayText
  /// What can be done about it now, such as undoing.
  public let hints: [Hint]

  /// Makes the news.
  public init(_ kind: Kind, _ text: DisplayText, hints: [Hint] = []) {
    self.kind = kind
    self.text = text
    self.hints = hints
  }

  /// Draws it in the first row of `rect`.
  public func draw(into frame: inout Frame, in rect: Rect) {
    let (glyph, color): (Unicode.Scalar, Color) =
      switch kind {
      case .ok: (frame.glyphs.ok, .ok)
      case .info: (frame.glyphs.on, .info)
      case .warning: (frame.glyphs.warning, .warning)
      case .error: (frame.glyphs.failed, .error)
      }
    var line = StyledText(DisplayText(String(Character(glyph))), Style(color, .bold))
    line.append(" " + text, kind == .error ? Style(.error) : .plain)
    for hint in hints {
      line.append("  ")
      line.append(hint.key, Style(.key, .bold))
      line.append(" " + hint.title, .muted)
    }
    frame.draw(line: line, in: rect)
  }
}
