extension GatewayState {
  /// Deletes a resource and all below it, the deepest first; what is deployed stays as it is.
  func decide(
    _ input: Command.DeleteResource, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let api = try existingApi(input.restApiId)
    let resource = try existingResource(input.resourceId, of: input.restApiId)
    guard resource.id != api.api.rootResourceId else {
      throw CommandError(
        .badRequest, "Root resource cannot be deleted.", field: "resourceId",
        remedy: "Delete the API, or the resources below the root.")
    }
    let gone = api.subtree(of: resource.id)
    return Decision(
      events: gone.reversed().flatMap { deletion(of: $0, in: api) }.map(Event.deleted),
      subjects: gone.map { .resource(input.restApiId, $0.id) })
  }
}
