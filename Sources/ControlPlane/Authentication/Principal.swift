public import Workspace

/// Who a request comes from, once that is known.
public struct Principal: Sendable, Hashable {
  /// The name the journal writes beside the change.
  public var actor: Actor
  /// The id of the credential that signed; nil without a signature.
  public var accessKeyId: String?
  /// The name the caller has in ARNs, without the credential's id that the journal writes behind it.
  public var userName: String
  /// Whether it may read and nothing else.
  public var isReadOnly: Bool

  /// A caller.
  ///
  /// - Parameter userName: Nil for the actor's own name.
  public init(
    actor: Actor, accessKeyId: String? = nil, userName: String? = nil, isReadOnly: Bool = false
  ) {
    self.actor = actor
    self.accessKeyId = accessKeyId
    self.userName = userName ?? actor.name
    self.isReadOnly = isReadOnly
  }
}
