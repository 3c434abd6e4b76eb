public import Workspace

/// Who a request comes from, once that is known.
public struct Principal: Sendable, Hashable {
  /// The name the journal writes beside the change.
  public var actor: Actor
  /// The id of the credential that signed; nil without a signature.
  public var accessKeyId: String?
  /// Whether it may read and nothing else.
  public var isReadOnly: Bool

  /// A caller.
  public init(actor: Actor, accessKeyId: String? = nil, isReadOnly: Bool = false) {
    self.actor = actor
    self.accessKeyId = accessKeyId
    self.isReadOnly = isReadOnly
  }
}
