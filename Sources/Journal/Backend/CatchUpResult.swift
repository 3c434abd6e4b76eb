/// What catching up came to.
public struct CatchUpResult: Sendable, Hashable {
  /// The records handed over.
  public var lineCount: Int
  /// Whether it stopped at the caller's limit, so that more may follow at once.
  public var mayHaveMore: Bool

  /// Puts a result together.
  public init(lineCount: Int, mayHaveMore: Bool) {
    self.lineCount = lineCount
    self.mayHaveMore = mayHaveMore
  }
}
