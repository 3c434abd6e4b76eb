internal import GatewayModel

extension Verdict {
  /// What the caller is answered; nil for an admitted request.
  ///
  /// All refusals that concern the key share one answer, so that callers cannot tell keys apart.
  public var refusal: Refusal? {
    switch self {
    case .admitted: nil
    case .refusedPath: Refusal(nil, 400, "Bad Request", "BadRequestException")
    case .noSuchApi, .noSuchStage, .endpointDisabled:
      Refusal(nil, 403, "Forbidden", "ForbiddenException")
    case .noRoute:
      Refusal(
        .missingAuthenticationToken, 403, "Missing Authentication Token",
        "MissingAuthenticationTokenException")
    case .authorizerUnavailable:
      Refusal(
        .authorizerConfigurationError, 500, nil, "AuthorizerConfigurationException")
    case .missingKey, .unknownKey, .disabledKey, .keyInNoPlan, .planDoesNotCoverStage:
      Refusal(.invalidApiKey, 403, "Forbidden", "ForbiddenException")
    case .quotaExhausted:
      Refusal(.quotaExceeded, 429, "Limit Exceeded", "LimitExceededException")
    case .throttled: Refusal(.throttled, 429, "Too Many Requests", "TooManyRequestsException")
    case .usageUnavailable:
      Refusal(nil, 500, "Internal server error", "InternalServerErrorException")
    }
  }

  /// The verdict in words, for operators.
  public var sentence: String {
    switch self {
    case .admitted: "admitted"
    case .refusedPath(let refusal): refusal.sentence
    case .noSuchApi: "no API has this id"
    case .noSuchStage: "the API has no such stage"
    case .endpointDisabled: "the deployment has its default endpoint switched off"
    case .noRoute: "no method of the deployment answers this verb and path"
    case .authorizerUnavailable:
      "the method asks an authorizer, and neither Lambda functions nor user pools are here"
    case .missingKey: "the method requires a key and none was sent"
    case .unknownKey: "no key has the value that was sent"
    case .disabledKey: "the key is disabled"
    case .keyInNoPlan: "the key is in no usage plan"
    case .planDoesNotCoverStage: "no plan of the key opens this stage"
    case .quotaExhausted: "the quota of the period is used up"
    case .throttled(let level): "too many requests: \(level.name)"
    case .usageUnavailable: "the usage table cannot count the request"
    }
  }
}
