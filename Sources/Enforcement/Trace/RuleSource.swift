public import GatewayModel

/// An entity that set a rule, and when.
public struct RuleSource: Sendable, Hashable {
  /// The entity.
  public let ref: EntityRef
  /// The journal line that last changed it; nil if it was never set or the state is not at hand.
  public internal(set) var revision: Sequence64?

  init(_ ref: EntityRef, revision: Sequence64? = nil) {
    self.ref = ref
    self.revision = revision
  }
}
