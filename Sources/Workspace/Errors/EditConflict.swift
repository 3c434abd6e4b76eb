public import GatewayModel

/// An edit of something that has changed since the editor saw it.
///
/// Nothing was written. The caller has its own side; this is the other one.
public struct EditConflict: Error, Sendable, Hashable {
  /// What was edited.
  public var ref: EntityRef
  /// The revision the editor saw; 0 when there was nothing.
  public var expectedRevision: Sequence64
  /// The entity as it is now; nil when it was deleted.
  public var current: Entity?
  /// The line that made it what it is now; nil when that is no longer known.
  public var change: HistoryEntry?

  /// A conflict.
  public init(
    ref: EntityRef, expectedRevision: Sequence64, current: Entity?, change: HistoryEntry?
  ) {
    self.ref = ref
    self.expectedRevision = expectedRevision
    self.current = current
    self.change = change
  }

  /// What happened, without a full stop.
  public var message: String {
    guard let change else { return "it has changed since you opened it" }
    return "\(change.actor) changed it at \(change.time.timeOfDay) UTC through "
      + "\(change.surface.rawValue): \(change.summary)"
  }

  /// What to do about it.
  public var remedy: String { "Look at the difference and save again, or leave it as it is now" }
}
