extension GatewayResponseType {
  /// The type whose settings hold for this one unless it has its own; nil for those two themselves.
  public var classDefault: GatewayResponseType? {
    defaultStatusCode.map { $0 < 500 ? .default4XX : .default5XX }
  }

  /// The types in the order API Gateway's enumeration error lists them.
  ///
  /// Source: recorded answer to an unknown response type.
  static let listedInErrors: [GatewayResponseType] = [
    .requestTooLarge, .resourceNotFound, .authorizerConfigurationError,
    .missingAuthenticationToken, .badRequestBody, .invalidSignature, .invalidApiKey,
    .badRequestParameters, .authorizerFailure, .unauthorized, .integrationTimeout, .accessDenied,
    .default4XX, .default5XX, .wafFiltered, .quotaExceeded, .throttled, .apiConfigurationError,
    .unsupportedMediaType, .integrationFailure, .expiredToken,
  ]
}
