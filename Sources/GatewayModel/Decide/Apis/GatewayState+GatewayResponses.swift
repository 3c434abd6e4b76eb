extension GatewayState {
  /// Sets what the gateway answers for one kind of refusal, afresh: members not given are defaults.
  func decide(
    _ input: Command.PutGatewayResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    let statusCode = input.statusCode?.nonEmpty
    StatusCodeRules.check(
      statusCode, at: "putGatewayResponseInput.statusCode", into: &violations)
    let type = try Self.responseType(input.responseType, violations)
    _ = try existingApi(input.restApiId)
    let response = GatewayResponse(
      responseType: type, statusCode: statusCode,
      responseParameters: input.responseParameters ?? [:],
      responseTemplates: input.responseTemplates ?? [:])
    try MappingRules.check(gatewayResponseParameters: response.responseParameters)
    try MappingRules.check(templates: response.responseTemplates, field: "responseTemplates")
    let entity = Entity.gatewayResponse(input.restApiId, response)
    return Decision(events: changes(to: entity), subjects: [entity.ref])
  }

  /// Changes a gateway response; one that was never set becomes set.
  func decide(
    _ input: Command.UpdateGatewayResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    PatchOp.check(
      input.patchOperations, of: GatewayResponsePatch.table.input, into: &violations)
    let type = try Self.responseType(input.responseType, violations)
    let api = try existingApi(input.restApiId)
    var response = api.gatewayResponses[type] ?? GatewayResponse(responseType: type)
    try GatewayResponsePatch.table.apply(input.patchOperations, to: &response)
    let entity = Entity.gatewayResponse(input.restApiId, response)
    return Decision(
      events: input.patchOperations.isEmpty ? [] : changes(to: entity), subjects: [entity.ref])
  }

  /// Returns a gateway response to its default.
  func decide(
    _ input: Command.DeleteGatewayResponse, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let type = try Self.responseType(input.responseType, ConstraintViolations())
    let api = try existingApi(input.restApiId)
    guard api.gatewayResponses[type] != nil else {
      throw CommandError(
        .notFound, "Gateway response type not defined on api", field: "responseType",
        remedy: "\(type.rawValue) already answers with its default.")
    }
    let ref = EntityRef.gatewayResponse(input.restApiId, type)
    return Decision(events: [.deleted(ref)], subjects: [ref])
  }

  /// What an API answers for one kind of refusal, set or default.
  ///
  /// - Throws: `validation` for a kind that does not exist, then `notFound` for an unknown API.
  public func effectiveGatewayResponse(
    _ name: String, of apiId: RestApiID
  ) throws(CommandError) -> EffectiveGatewayResponse {
    let type = try Self.responseType(name, ConstraintViolations())
    return EffectiveGatewayResponse(
      of: type, among: try existingApi(apiId).gatewayResponses)
  }

  /// The type with this name, which arrives in the address: violations of the body come first.
  private static func responseType(
    _ name: String, _ found: ConstraintViolations
  ) throws(CommandError) -> GatewayResponseType {
    var violations = found
    violations.check(
      name, at: "responseType", among: GatewayResponseType.listedInErrors.map(\.rawValue),
      field: "responseType")
    try violations.throwIfAny()
    guard let type = GatewayResponseType(rawValue: name) else {
      throw CommandError(.notFound, "Gateway response type not defined on api")
    }
    return type
  }
}
