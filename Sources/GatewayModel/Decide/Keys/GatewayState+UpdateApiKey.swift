extension GatewayState {
  /// Changes a key's name, description, enabled, customer or legacy stages; its value never changes.
  func decide(
    _ input: Command.UpdateApiKey, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try ApiKeyDraft.table.check(input.patchOperations)
    let old = try requireKey(input.apiKey)
    var draft = ApiKeyDraft(key: old, state: self)
    try ApiKeyDraft.table.apply(input.patchOperations, to: &draft)
    guard draft.key != old else { return Decision(events: [], subjects: [.apiKey(old.id)]) }
    draft.key.lastUpdatedDate = context.now
    return Decision(events: [.put(.apiKey(draft.key))], subjects: [.apiKey(old.id)])
  }
}
