extension Authorizer: ApiAccessory {
  static var shelf: WritableKeyPath<ApiState, [String: Authorizer]> { \.authorizers }

  /// Authorizers an API can have.
  ///
  /// Source: API Gateway developer guide, "Quotas for configuring and running a REST API".
  static let maximumCount = 10
  /// How long an answer may be kept, in seconds.
  static let timeToLiveSeconds = 0...3_600
  /// The types, in the order of the service model.
  static let types = ["TOKEN", "REQUEST", "COGNITO_USER_POOLS"]
  /// The type that asks a user pool; the others ask a function.
  static let cognito = "COGNITO_USER_POOLS"

  static var rules: AccessoryRules<Authorizer> {
    AccessoryRules(
      unknown: "Invalid Authorizer identifier specified", field: "authorizerId",
      patch: AuthorizerPatch.rules,
      awsNames: { [.text("rest-api-id", $0.apiId), .text("authorizer-id", $0.key)] },
      check: { (authorizer, state, apiId) throws(CommandError) in
        try authorizer.check()
        let others = all(in: state, of: apiId).values.filter { $0.id != authorizer.id }
        guard !others.contains(where: { $0.name == authorizer.name }) else {
          throw CommandError(
            .badRequest,
            "Authorizer name must be unique. Authorizer \(authorizer.name) already exists in this "
              + "RestApi.",
            field: "name", remedy: "Use another name.")
        }
      },
      referrer: { ref, state in
        state.apis[ref.apiId ?? ""]?.user(ofAuthorizer: ref.key).map { "method: \($0)" }
      },
      inUse: { authorizer, user in
        CommandError(
          .conflict, "Cannot delete authorizer '\(authorizer.name)', is referenced in \(user)",
          field: "authorizerId",
          remedy: "Give that method another authorizer, or the authorization type NONE.")
      })
  }

  /// Refuses members that do not fit the type.
  func check() throws(CommandError) {
    guard !name.isEmpty else {
      throw CommandError(
        .badRequest, "Authorizer name cannot be empty", field: "name", remedy: "Give it a name.")
    }
    if type == Self.cognito {
      try checkProviders()
    } else {
      try Self.check(uri: authorizerUri)
    }
    try checkIdentitySource()
    if let seconds = authorizerResultTtlInSeconds, !Self.timeToLiveSeconds.contains(seconds) {
      throw CommandError(
        .badRequest, "Invalid authorizer result TTL specified: must be between 0 and 3600 seconds",
        field: "authorizerResultTtlInSeconds", remedy: "Use a whole number from 0 to 3600.")
    }
  }

  /// Refuses an address that is not the invocation of a function.
  static func check(uri: String?) throws(CommandError) {
    let uri = uri ?? "null"
    let parts = uri.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", parts[2] == "apigateway", parts[4] == "lambda",
      parts[5].hasPrefix("path/"), uri.hasSuffix("/invocations")
    else {
      throw CommandError(
        .badRequest,
        "Invalid Authorizer URI: \(uri). Authorizer URI should be a valid API Gateway ARN that "
          + "represents a Lambda function invocation.",
        field: "authorizerUri",
        remedy: "Use arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/"
          + "invocations.")
    }
  }

  private func checkProviders() throws(CommandError) {
    guard let providers = providerARNs, !providers.isEmpty,
      providers.allSatisfy({ $0.hasPrefix("arn:") && $0.contains(":userpool/") })
    else {
      throw CommandError(
        .badRequest, "Invalid provider ARNs specified for a COGNITO_USER_POOLS authorizer",
        field: "providerARNs",
        remedy: "Name at least one user pool, as arn:aws:cognito-idp:REGION:ACCOUNT:userpool/ID.")
    }
  }

  /// A request authorizer that keeps no answers needs nothing to tell callers apart by.
  private func checkIdentitySource() throws(CommandError) {
    guard let source = identitySource?.nonEmpty else {
      if type == "REQUEST", authorizerResultTtlInSeconds == 0 { return }
      throw CommandError(
        .badRequest, "Identity source is required for \(type) authorizers", field: "identitySource",
        remedy: "Use method.request.header.Authorization, for example.")
    }
    let prefixes = ["method.request.", "context.", "stageVariables."]
    for expression in source.split(separator: ",", omittingEmptySubsequences: false) {
      let expression = String(expression).trimmingBlanks
      guard prefixes.contains(where: { expression.hasPrefix($0) && expression != $0 }) else {
        throw CommandError(
          .badRequest,
          "Invalid mapping expression specified: Validation Result: warnings : [], errors : "
            + "[Invalid mapping expression specified: \(expression)]",
          field: "identitySource", remedy: "Use method.request.header.Authorization, for example.")
      }
    }
  }
}

extension ApiState {
  /// A method that asks an authorizer, as API Gateway writes it here: `GET//test`.
  func user(ofAuthorizer id: AuthorizerID) -> String? {
    for resource in resources.values.sorted(by: { $0.path > $1.path }) {
      let methods = (methods[resource.id] ?? [:]).values.filter { $0.authorizerId == id }
      if let method = methods.max(by: { $0.httpMethod < $1.httpMethod }) {
        return "\(method.httpMethod)/\(resource.path)"
      }
    }
    return nil
  }
}
