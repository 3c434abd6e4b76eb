public import GatewayModel

/// A journal line with all it changed, read from the past because the user asked for it.
public struct RecalledLine: Hashable, Sendable {
  /// The line.
  public var line: HistoryLine
  /// What became of each entity, in the line's order.
  public var steps: [AWSScript.Step]

  /// A line with what it changed.
  public init(line: HistoryLine, steps: [AWSScript.Step]) {
    self.line = line
    self.steps = steps
  }
}
