/// One line made of pieces, each with its own style.
public struct StyledText: Hashable, Sendable {
  /// A piece of one style.
  public struct Run: Hashable, Sendable {
    /// What is shown.
    public let text: DisplayText
    /// How it looks.
    public let style: Style

    /// Makes a piece.
    public init(_ text: DisplayText, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// The pieces from left to right.
  public private(set) var runs: [Run]

  /// The line of no columns.
  public static let empty = StyledText([])

  /// Makes a line from pieces.
  public init(_ runs: [Run]) { self.runs = runs }

  /// Makes a line of one style.
  public init(_ text: DisplayText, _ style: Style = .plain) {
    runs = text.isEmpty ? [] : [Run(text, style)]
  }

  /// Makes a line of one style from any text.
  public init(_ text: String, _ style: Style = .plain) {
    self.init(DisplayText(text), style)
  }

  /// The columns it takes.
  public var width: Int { runs.reduce(0) { $0 + $1.text.width } }

  /// What is shown, without styles.
  public var string: String { runs.map(\.text.string).joined() }

  /// Adds a piece at the end.
  public mutating func append(_ text: DisplayText, _ style: Style = .plain) {
    if !text.isEmpty { runs.append(Run(text, style)) }
  }

  /// Both lines, one after the other.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(left.runs + right.runs)
  }

  /// The same text in one style.
  public func restyled(_ style: Style) -> StyledText {
    StyledText(runs.map { Run($0.text, style) })
  }

  /// As much of the beginning as fits into `columns`, with `ellipsis` when something is missing.
  public func truncated(to columns: Int, ellipsis: DisplayText = "…") -> StyledText {
    guard width > columns else { return self }
    guard columns > 0 else { return .empty }
    var room = columns - min(ellipsis.width, columns)
    var kept: [Run] = []
    for run in runs {
      let part = run.text.prefix(room)
      let isWhole = part.width == run.text.width
      if !part.isEmpty { kept.append(Run(part, run.style)) }
      room -= part.width
      if !isWhole {
        if ellipsis.width <= columns { kept.append(Run(ellipsis, run.style)) }
        break
      }
    }
    return StyledText(kept)
  }
}

extension StyledText: ExpressibleByStringInterpolation {
  /// Makes a line in the terminal's own colours.
  public init(stringLiteral value: String) { self.init(DisplayText(value)) }
}
