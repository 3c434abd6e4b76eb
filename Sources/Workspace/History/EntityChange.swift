public import GatewayModel

/// One entity before and after a journal line.
public struct EntityChange: Sendable, Hashable {
  /// Which entity.
  public var ref: EntityRef
  /// The entity as it was; nil when the line created it.
  public var before: Entity?
  /// The entity as it is; nil when the line deleted it.
  public var after: Entity?

  /// A change of one entity.
  public init(ref: EntityRef, before: Entity?, after: Entity?) {
    self.ref = ref
    self.before = before
    self.after = after
  }

  /// Whether, and how, the entity came or went.
  var turn: Turn {
    switch (before, after) {
    case (nil, _): .created
    case (_, nil): .deleted
    default: .changed
    }
  }

  /// What can become of an entity.
  enum Turn: String {
    case created
    case deleted
    case changed
  }
}
