extension GatewayState {
  /// Makes a validator; an unknown API is a bad request here and nowhere else, as recorded.
  func decide(
    _ input: Command.CreateRequestValidator, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    guard let api = apis[input.restApiId] else {
      throw CommandError(
        .badRequest, "Invalid REST API identifier specified", field: "restApiId",
        remedy: "Use the id of an API of this workspace; ids are case-sensitive.")
    }
    if let name = input.name, name.isEmpty { throw Self.blankValidatorName }
    let validator = RequestValidator(
      id: context.unusedIdentifier(among: api.requestValidators), name: input.name,
      validateRequestBody: input.validateRequestBody ?? false,
      validateRequestParameters: input.validateRequestParameters ?? false)
    let entity = Entity.requestValidator(input.restApiId, validator)
    return Decision(events: [.put(entity)], subjects: [entity.ref])
  }

  /// Changes a validator.
  func decide(
    _ input: Command.UpdateRequestValidator, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try Self.validatorPatch.check(input.patchOperations)
    var validator = try existingValidator(input.requestValidatorId, of: input.restApiId)
    try Self.validatorPatch.apply(input.patchOperations, to: &validator)
    let entity = Entity.requestValidator(input.restApiId, validator)
    return Decision(events: changes(to: entity), subjects: [entity.ref])
  }

  /// Deletes a validator no method refers to.
  func decide(
    _ input: Command.DeleteRequestValidator, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let validator = try existingValidator(input.requestValidatorId, of: input.restApiId)
    if let user = apis[input.restApiId]?.user(ofValidator: validator.id) {
      throw CommandError(
        .conflict,
        "Cannot delete request validator '\(validator.id)', is referenced in method request: "
          + user,
        field: "requestValidatorId", remedy: "Take the validator off that method first.")
    }
    let ref = EntityRef.requestValidator(input.restApiId, validator.id)
    return Decision(events: [.deleted(ref)], subjects: [ref])
  }

  /// The validator with this id.
  ///
  /// - Throws: `notFound`, also where the API is unknown, as API Gateway has it.
  public func existingValidator(
    _ id: RequestValidatorID, of apiId: RestApiID
  ) throws(CommandError) -> RequestValidator {
    guard let validator = apis[apiId]?.requestValidators[id] else {
      throw CommandError(
        .notFound, "Invalid Request Validator identifier specified", field: "requestValidatorId",
        remedy: "Use the id of one of the API's validators.")
    }
    return validator
  }

  private static let blankValidatorName = CommandError(
    .badRequest, "Request Validator name cannot be blank", field: "name",
    remedy: "Give the validator a name.")

  private static let validatorPatch = PatchTable<RequestValidator>(
    input: "updateRequestValidatorInput", refusal: .choosesOperation,
    rules: [
      PatchRule("/name", .replace) { (validator, step) throws(CommandError) in
        guard let name = step.text else { throw blankValidatorName }
        validator.name = name
      },
      PatchRule("/validateRequestParameters", .replace) { validator, step in
        validator.validateRequestParameters = step.boolean
      },
      PatchRule("/validateRequestBody", .replace) { validator, step in
        validator.validateRequestBody = step.boolean
      },
    ])
}
