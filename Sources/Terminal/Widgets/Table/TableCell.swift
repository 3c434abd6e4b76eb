/// What one cell of a table shows.
public enum TableCell: Hashable, Sendable {
  /// A line, with an ellipsis when it does not fit.
  case styled(StyledText)
  /// A bar and, to its right, the number it stands for: a bar alone cannot be read.
  case bar(fraction: Double, label: StyledText, style: Style)
  /// Heights of the newest values, the newest at the right, in a fixed scale.
  case sparkline(values: [Double], maximum: Double, style: Style)

  /// A cell of text in one style.
  public static func text(_ text: DisplayText, _ style: Style = .plain) -> TableCell {
    .styled(StyledText(text, style))
  }
}
