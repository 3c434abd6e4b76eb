extension GatewayState {
  /// Makes a model: API, name, schema, content type, uniqueness.
  func decide(
    _ input: Command.CreateModel, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let api = try existingApi(input.restApiId)
    try ModelRules.check(name: input.name)
    try ModelRules.check(schema: input.schema)
    guard !input.contentType.isEmpty else {
      throw CommandError(
        .badRequest, "Content type must be non-empty", field: "contentType",
        remedy: "Use application/json unless the body is something else.")
    }
    guard api.models[input.name] == nil else {
      throw CommandError(
        .conflict, "Model name already exists for this REST API", field: "name",
        remedy: "Change the model '\(input.name)', or use another name.")
    }
    let model = Model(
      id: context.unusedIdentifier(length: ApiLimits.partIdLength) { id in
        api.models.values.contains { $0.id == id }
      },
      name: input.name, description: input.description?.nonEmpty,
      schema: input.schema, contentType: input.contentType)
    let entity = Entity.model(input.restApiId, model)
    return Decision(events: [.put(entity)], subjects: [entity.ref])
  }

  /// Changes a model's description or schema.
  func decide(
    _ input: Command.UpdateModel, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try Self.modelPatch.check(input.patchOperations)
    var model = try existingModel(input.modelName, of: input.restApiId)
    try Self.modelPatch.apply(input.patchOperations, to: &model)
    let entity = Entity.model(input.restApiId, model)
    return Decision(events: changes(to: entity), subjects: [entity.ref])
  }

  /// Deletes a model no method refers to.
  func decide(
    _ input: Command.DeleteModel, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let model = try existingModel(input.modelName, of: input.restApiId)
    if let user = apis[input.restApiId]?.user(ofModel: model.name) {
      throw CommandError(
        .conflict,
        "Cannot delete model '\(model.name)', is referenced in method \(user.place): "
          + user.method,
        field: "modelName", remedy: "Take the model off that method first.")
    }
    let ref = EntityRef.model(input.restApiId, name: model.name)
    return Decision(events: [.deleted(ref)], subjects: [ref])
  }

  /// The model with this name.
  ///
  /// - Throws: `notFound`, also where the API is unknown, as API Gateway has it.
  public func existingModel(
    _ name: String, of apiId: RestApiID
  ) throws(CommandError) -> Model {
    guard let model = apis[apiId]?.models[name] else { throw ModelRules.unknown(name) }
    return model
  }

  private static let modelPatch = PatchTable<Model>(
    input: "updateModelInput", refusal: .choosesOperation,
    rules: [
      PatchRule("/description", .replace) { model, step in model.description = step.text },
      PatchRule("/schema", .replace) { (model, step) throws(CommandError) in
        try ModelRules.check(schema: step.value)
        model.schema = step.value
      },
    ])
}
