extension AWSScriptWriter {
  /// Adds the lines that make one form of an entity the other.
  mutating func change(_ before: Entity, to after: Entity) {
    let steps = EntityPatch.operations(from: before, to: after)
    if !steps.isEmpty, let command = Self.update(after.ref, steps) { line(command) }
    switch (before, after) {
    case (.apiKey(let old), .apiKey(let new)): tag(after.ref, old.tags, new.tags)
    case (.usagePlan(let old), .usagePlan(let new)): tag(after.ref, old.tags, new.tags)
    case (.restApi(let old), .restApi(let new)): tag(after.ref, old.tags, new.tags)
    case (.stage(_, let old), .stage(_, let new)): tag(after.ref, old.tags, new.tags)
    case (.method(_, _, let old), .method(let api, let resource, let new)):
      putParts(of: new, before: old, at: resource, of: api)
    case (.gatewayResponse, .gatewayResponse(let api, let response)): put(response, of: api)
    case (.accessory(let old), .accessory(let new)):
      tag(
        after.ref, (old.value as? any TaggedAccessory)?.tags ?? [:],
        (new.value as? any TaggedAccessory)?.tags ?? [:])
    case (.usageAdjustment, .usageAdjustment):
      remark("No line is written for \(after.ref.shortName).")
    default: break
    }
  }

  private mutating func tag(
    _ ref: EntityRef, _ old: [String: String], _ new: [String: String]
  ) {
    guard old != new, let arn = ResourceArn(ref)?.text() else { return }
    let gone = old.keys.filter { new[$0] == nil }.sorted()
    let set = new.filter { old[$0.key] != $0.value }
    if !gone.isEmpty {
      line(.untagResource(Command.UntagResource(resourceArn: arn, tagKeys: gone)))
    }
    if !set.isEmpty { line(.tagResource(Command.TagResource(resourceArn: arn, tags: set))) }
  }

  /// The command that changes an entity by patch operations; nil for what has none.
  static func update(_ ref: EntityRef, _ steps: [PatchOperation]) -> Command? {
    switch ref {
    case .account: .updateAccount(Command.UpdateAccount(patchOperations: steps))
    case .apiKey(let id): .updateApiKey(Command.UpdateApiKey(apiKey: id, patchOperations: steps))
    case .usagePlan(let id):
      .updateUsagePlan(Command.UpdateUsagePlan(usagePlanId: id, patchOperations: steps))
    case .restApi(let id):
      .updateRestApi(Command.UpdateRestApi(restApiId: id, patchOperations: steps))
    case .resource(let api, let id):
      .updateResource(
        Command.UpdateResource(restApiId: api, resourceId: id, patchOperations: steps))
    case .method(let api, let resource, let verb):
      .updateMethod(
        Command.UpdateMethod(
          restApiId: api, resourceId: resource, httpMethod: verb, patchOperations: steps))
    case .deployment(let api, let id):
      .updateDeployment(
        Command.UpdateDeployment(restApiId: api, deploymentId: id, patchOperations: steps))
    case .stage(let id):
      .updateStage(
        Command.UpdateStage(restApiId: id.apiId, stageName: id.stage, patchOperations: steps))
    case .model(let api, let name):
      .updateModel(Command.UpdateModel(restApiId: api, modelName: name, patchOperations: steps))
    case .requestValidator(let api, let id):
      .updateRequestValidator(
        Command.UpdateRequestValidator(
          restApiId: api, requestValidatorId: id, patchOperations: steps))
    case .accessory(let ref):
      .updateAccessory(Command.UpdateAccessory(ref, patchOperations: steps))
    default: nil
    }
  }
}
