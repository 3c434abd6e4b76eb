/// The characters that lines, bars and marks are drawn with.
///
/// Two sets are the whole choice: the terminal's encoding either has the block elements or it does
/// not. Each scalar takes one column.
public struct Glyphs: Hashable, Sendable {
  /// Lines of a box: across, down, and the corners from the top left clockwise.
  public let horizontal, vertical: Unicode.Scalar
  /// The corner at the top left.
  public let topLeft: Unicode.Scalar
  /// The corner at the top right.
  public let topRight: Unicode.Scalar
  /// The corner at the bottom right.
  public let bottomRight: Unicode.Scalar
  /// The corner at the bottom left.
  public let bottomLeft: Unicode.Scalar
  /// Parts of a column from empty to full, left aligned, for horizontal bars.
  public let bar: [Unicode.Scalar]
  /// Heights from empty to full, for sparklines.
  public let spark: [Unicode.Scalar]
  /// The unfilled part of a bar.
  public let track: Unicode.Scalar
  /// Stands for text that did not fit.
  public let ellipsis: Unicode.Scalar
  /// The cursor's row.
  public let cursor: Unicode.Scalar
  /// A marked row, a hidden character.
  public let mark, masked: Unicode.Scalar
  /// Somebody else changed this a moment ago.
  public let changed: Unicode.Scalar
  /// Sorted with the smallest first.
  public let ascending: Unicode.Scalar
  /// Sorted with the largest first.
  public let descending: Unicode.Scalar
  /// More to the left, more to the right.
  public let moreLeft, moreRight: Unicode.Scalar
  /// It went well.
  public let ok: Unicode.Scalar
  /// It did not.
  public let failed: Unicode.Scalar
  /// Look at this.
  public let warning: Unicode.Scalar
  /// On and off among several choices.
  public let on, off: Unicode.Scalar
  /// A list of choices opens here.
  public let choice: Unicode.Scalar
  /// Nothing here, not applicable.
  public let none: Unicode.Scalar
  /// The Enter key in a hint.
  public let enter: Unicode.Scalar
  /// Separates parts of a line.
  public let separator: Unicode.Scalar

  /// For terminals that speak UTF-8.
  public static let unicode = Glyphs(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomRight: "┘",
    bottomLeft: "└", bar: [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    spark: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], track: "░", ellipsis: "…",
    cursor: "▶", mark: "●", masked: "•", changed: "◆", ascending: "▲", descending: "▼",
    moreLeft: "‹",
    moreRight: "›", ok: "✓", failed: "✗", warning: "▲", on: "●", off: "○", choice: "▾", none: "—",
    enter: "⏎", separator: "│")

  /// For every other terminal.
  public static let ascii = Glyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomRight: "+",
    bottomLeft: "+", bar: [" ", " ", " ", " ", "-", "-", "=", "=", "#"],
    spark: [" ", "_", "_", ".", ".", "-", "-", "=", "#"], track: ".", ellipsis: "~",
    cursor: ">", mark: "*", masked: "*", changed: "@", ascending: "^", descending: "v",
    moreLeft: "<",
    moreRight: ">", ok: "+", failed: "x", warning: "!", on: "*", off: "o", choice: "v", none: "-",
    enter: "=", separator: "|")
}
