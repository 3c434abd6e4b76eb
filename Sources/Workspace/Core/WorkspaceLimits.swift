/// Every limit of the workspace, with its unit.
public enum WorkspaceLimits {
  /// The foreign changes taken in one turn unless the caller says otherwise, in lines: some
  /// milliseconds of work.
  public static let linesPerTurn = 1_000
  /// The foreign changes kept for a caller that only submits and never catches up, in lines.
  public static let pendingChanges = 100_000
  /// From how many lines since the last checkpoint one is worth making, in lines: opening then
  /// reads at most so many one by one.
  public static let linesBetweenCheckpoints: UInt64 = 2_000
  /// How far back the line to undo or redo is looked for, in lines.
  public static let undoSearchLines = 10_000
  /// The names of deleted entities looked up for one page of history: the journal is searched for each.
  public static let historyPageLostNames = 32
  /// The longest page of history, in entries.
  public static let historyPageEntries = 500
}
