/// What a turn of following brought.
public struct CatchUp: Sendable, Hashable {
  /// The changes applied to the state since the last turn or receipt, oldest first.
  public var changes: [Change]
  /// Whether the turn ended at its limit, so that the next one should follow at once.
  public var mayHaveMore: Bool
}
