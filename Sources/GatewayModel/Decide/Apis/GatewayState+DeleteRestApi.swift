extension GatewayState {
  /// Deletes an API: plans lose its stages, then every part goes, then the API.
  func decide(
    _ input: Command.DeleteRestApi, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let api = try existingApi(input.restApiId)
    let id = api.api.id
    let domains = domains(leadingTo: id)
    guard domains.isEmpty else {
      throw CommandError(
        .badRequest,
        "Deleting API \(id) failed. Please remove all base path mappings related to the API in your "
          + "domains: \(domains.joined(separator: ", "))",
        field: "restApiId", remedy: "Delete those base path mappings first.")
    }
    let plans = plansWithout { $0.apiId == id }
    var deleted: [EntityRef] = []
    for resource in api.subtree(of: api.api.rootResourceId).reversed() {
      deleted += deletion(of: resource, in: api)
    }
    deleted += api.stages.keys.sorted().map { .stage(ApiStageID(apiId: id, stage: $0)) }
    deleted += api.deployments.keys.sorted().map { .deployment(id, $0) }
    deleted += api.gatewayResponses.keys.map(\.rawValue).sorted()
      .compactMap(GatewayResponseType.init).map { .gatewayResponse(id, $0) }
    deleted += api.models.keys.sorted().map { .model(id, name: $0) }
    deleted += api.requestValidators.keys.sorted().map { .requestValidator(id, $0) }
    deleted += accessories(of: id).map { .accessory($0.ref) }
    deleted.append(.restApi(id))
    return Decision(
      events: plans.map { .put(.usagePlan($0)) } + deleted.map(Event.deleted),
      subjects: [.restApi(id)] + plans.map { .usagePlan($0.id) })
  }

  /// What goes when a resource goes, itself last.
  func deletion(of resource: Resource, in api: ApiState) -> [EntityRef] {
    (api.methods[resource.id] ?? [:]).keys.sorted()
      .map { .method(api.api.id, resource.id, httpMethod: $0) }
      + [.resource(api.api.id, resource.id)]
  }

  /// The plans that open one of these stages, without them.
  ///
  /// Without the stage the pair would open nothing, and would open a stage made later under the same
  /// name, which nobody asked for.
  /// - Complexity: linear in the number of plans and their stages.
  func plansWithout(_ isGone: (ApiStageID) -> Bool) -> [UsagePlan] {
    plans.values.sorted { $0.id < $1.id }.compactMap { plan in
      guard plan.apiStages.contains(where: { isGone($0.id) }) else { return nil }
      var plan = plan
      plan.apiStages.removeAll { isGone($0.id) }
      return plan
    }
  }
}
