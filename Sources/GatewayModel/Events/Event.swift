/// One thing that happened to one entity.
///
/// An event holds the entity as it is afterwards, so applying cannot fail, replaying is a plain loop,
/// and the inverse of a change is the event before it. Cascades are spelled out: a deleted API is the
/// deletion of each of its parts, parts before the whole, so a follower needs no rule to know what
/// went and taking the events back in reverse order restores everything.
public enum Event: Sendable, Hashable {
  /// The entity was created or replaced.
  case put(Entity)
  /// The entity was deleted.
  case deleted(EntityRef)

  /// The entity the event is about.
  public var ref: EntityRef {
    switch self {
    case .put(let entity): entity.ref
    case .deleted(let ref): ref
    }
  }
}
