public import GatewayModel

/// An edit that is based on an older form of an entity than the present one.
public struct EditConflict: Hashable, Sendable {
  /// The entity both sides changed.
  public var ref: EntityRef
  /// The line the edit is based on.
  public var expected: Sequence64
  /// The line that changed the entity meanwhile.
  public var theirs: HistoryLine
  /// The entity as the edit found it, if the journal still tells.
  public var base: Entity?
  /// The entity as it is now; nil when it was deleted.
  public var present: Entity?

  /// A conflict.
  public init(
    ref: EntityRef, expected: Sequence64, theirs: HistoryLine, base: Entity?, present: Entity?
  ) {
    self.ref = ref
    self.expected = expected
    self.theirs = theirs
    self.base = base
    self.present = present
  }
}
