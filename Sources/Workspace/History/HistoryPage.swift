public import GatewayModel

/// A part of the past, newest first.
public struct HistoryPage: Sendable, Hashable {
  /// The lines.
  public var entries: [HistoryEntry]
  /// Where the next, older page begins: pass it as `before`. Nil when there is none.
  public var next: Sequence64?
}
