/// The refusals and failures whose answer can be set.
///
/// Source: API Gateway developer guide, "Gateway response types".
public enum GatewayResponseType: String, Sendable, Hashable, Codable, CaseIterable {
  case accessDenied = "ACCESS_DENIED"
  case apiConfigurationError = "API_CONFIGURATION_ERROR"
  case authorizerConfigurationError = "AUTHORIZER_CONFIGURATION_ERROR"
  case authorizerFailure = "AUTHORIZER_FAILURE"
  case badRequestBody = "BAD_REQUEST_BODY"
  case badRequestParameters = "BAD_REQUEST_PARAMETERS"
  case default4XX = "DEFAULT_4XX"
  case default5XX = "DEFAULT_5XX"
  case expiredToken = "EXPIRED_TOKEN"
  case integrationFailure = "INTEGRATION_FAILURE"
  case integrationTimeout = "INTEGRATION_TIMEOUT"
  case invalidApiKey = "INVALID_API_KEY"
  case invalidSignature = "INVALID_SIGNATURE"
  case missingAuthenticationToken = "MISSING_AUTHENTICATION_TOKEN"
  case quotaExceeded = "QUOTA_EXCEEDED"
  case requestTooLarge = "REQUEST_TOO_LARGE"
  case resourceNotFound = "RESOURCE_NOT_FOUND"
  case throttled = "THROTTLED"
  case unauthorized = "UNAUTHORIZED"
  case unsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE"
  case wafFiltered = "WAF_FILTERED"

  /// The status sent unless replaced; nil for the two defaults, which have none of their own.
  public var defaultStatusCode: Int? {
    switch self {
    case .default4XX, .default5XX: nil
    case .badRequestBody, .badRequestParameters: 400
    case .unauthorized: 401
    case .accessDenied, .expiredToken, .invalidApiKey, .invalidSignature,
      .missingAuthenticationToken, .wafFiltered:
      403
    case .resourceNotFound: 404
    case .requestTooLarge: 413
    case .unsupportedMediaType: 415
    case .quotaExceeded, .throttled: 429
    case .apiConfigurationError, .authorizerConfigurationError, .authorizerFailure: 500
    case .integrationFailure, .integrationTimeout: 504
    }
  }
}
