/// A line that came to the journal, by anybody.
public struct WorldChange: Hashable, Sendable {
  /// The line.
  public var line: HistoryLine
  /// True when this console asked for it: its rows do not flash.
  public var isOwn: Bool

  /// News of the journal.
  public init(line: HistoryLine, isOwn: Bool) {
    self.line = line
    self.isOwn = isOwn
  }
}
