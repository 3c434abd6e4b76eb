/// The words of a list's chosen row in full, below the list, for lists whose rows are cut.
///
/// Whether there is room for them does not depend on the row, so that nothing jumps as the cursor
/// moves.
public struct RowWords: Hashable, Sendable {
  /// Rows from which on the list is worth less than the words.
  private static let leastRows = 5
  /// Rows from which on a rule parts both.
  private static let ruledRows = 10
  /// Rows of the words.
  private static let wordRows = 2

  /// The columns of the list's longest row.
  public let widestRow: Int

  /// Makes words below a list.
  public init(widestRow: Int) { self.widestRow = widestRow }

  /// Rows wanted besides the list's own when it is `columns` wide; 0 when no row is cut.
  public func rows(inWidth columns: Int) -> Int { widestRow > columns ? Self.wordRows + 1 : 0 }

  /// What of `rect` is the list's.
  public func listRect(in rect: Rect) -> Rect { parts(of: rect)?[0] ?? rect }

  /// Draws the words of the chosen row in the last rows of `rect`, nothing when no row is cut.
  public func draw(_ words: StyledText, into frame: inout Frame, in rect: Rect) {
    guard let parts = parts(of: rect) else { return }
    frame.drawRule(in: parts[1])
    let text = parts[2].inset(horizontal: 1, vertical: 0)
    let lines = words.wrapped(to: max(1, text.width)).prefix(Self.wordRows)
    frame.draw(lines: Array(lines), in: text)
  }

  private func parts(of rect: Rect) -> [Rect]? {
    guard widestRow > rect.width, rect.height >= Self.leastRows else { return nil }
    return rect.splitRows([
      .share(), .fixed(rect.height >= Self.ruledRows ? 1 : 0), .fixed(Self.wordRows),
    ])
  }
}
