extension GatewayState {
  /// Makes an authorizer: type, address, API, then members and name; an unknown API is reported as a
  /// change by somebody else, as recorded.
  func decide(
    _ input: Command.CreateAuthorizer, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    violations.check(
      input.type, at: "createAuthorizerInput.type", among: Authorizer.types, field: "type")
    try violations.throwIfAny()
    let asksPool = input.type == Authorizer.cognito
    if !asksPool { try Authorizer.check(uri: input.authorizerUri) }
    guard let api = apis[input.restApiId] else {
      throw CommandError(
        .conflict,
        "Unable to complete operation due to concurrent modification. Please try again later.",
        field: "restApiId",
        remedy: "There is no API '\(input.restApiId)'; API Gateway answers so too.")
    }
    try checkRoom(for: Authorizer.self, of: input.restApiId, limit: Authorizer.maximumCount)
    let authorizer = Authorizer(
      id: context.unusedIdentifier(among: api.authorizers), name: input.name, type: input.type,
      providerARNs: input.providerARNs?.nonEmpty,
      authType: input.authType?.nonEmpty ?? (asksPool ? "cognito_user_pools" : "custom"),
      authorizerUri: input.authorizerUri?.nonEmpty,
      authorizerCredentials: input.authorizerCredentials?.nonEmpty,
      identitySource: input.identitySource?.nonEmpty,
      identityValidationExpression: input.identityValidationExpression?.nonEmpty,
      authorizerResultTtlInSeconds: input.authorizerResultTtlInSeconds)
    return try storing(authorizer, of: input.restApiId)
  }
}
