extension GatewayState {
  /// Renames or moves a resource; every path below follows.
  func decide(
    _ input: Command.UpdateResource, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try ResourcePatch.table.check(input.patchOperations)
    let api = try existingApi(input.restApiId)
    var draft = ResourcePatch(
      resource: try existingResource(input.resourceId, of: input.restApiId), api: api)
    try ResourcePatch.table.apply(input.patchOperations, to: &draft)
    let changed = draft.api.subtree(of: draft.resource.id)
    return Decision(
      events: changed.flatMap { changes(to: .resource(input.restApiId, $0)) },
      subjects: [.resource(input.restApiId, draft.resource.id)])
  }
}
