extension GatewayState {
  /// Changes an API's own members; whether its endpoint makes sense is judged after all operations.
  func decide(
    _ input: Command.UpdateRestApi, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try RestApiPatch.table.check(input.patchOperations)
    var api = try existingApi(input.restApiId).api
    try RestApiPatch.table.apply(input.patchOperations, to: &api)
    try EndpointRules.check(api.endpointConfiguration)
    return Decision(events: changes(to: .restApi(api)), subjects: [.restApi(api.id)])
  }
}
