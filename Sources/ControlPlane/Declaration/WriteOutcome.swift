public import GatewayModel

/// What a write came to, for printing its answer.
public struct WriteOutcome {
  /// The request.
  public let request: OperationRequest
  /// The state after the write.
  public let store: ControlPlaneStore
  /// The entities the command was about, the created or updated one first.
  public let subjects: [EntityRef]
  /// What the caller should know although it was done.
  public let warnings: [String]

  /// The first subject as it is now.
  ///
  /// - Parameter pick: Takes the entity out of its case.
  /// - Throws: `notFound` if there is none, which a write that was done excludes.
  public func subject<Value>(_ pick: (Entity) -> Value?) throws(CommandError) -> Value {
    for ref in subjects {
      if let entity = store.state.entity(ref), let value = pick(entity) { return value }
    }
    throw CommandError(.notFound, "The entity is gone")
  }
}
