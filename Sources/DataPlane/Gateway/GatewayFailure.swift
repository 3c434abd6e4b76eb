import GatewayModel

/// An answer of the gateway's own to a request that was admitted: what it is, in API Gateway's words.
///
/// Source: API Gateway developer guide, "Gateway response types"; recorded answers for the texts.
struct GatewayFailure: Error, Sendable, Hashable {
  /// The status unless the API has replaced it.
  var status: Int
  /// The text of `{"message":…}`; nil is null.
  var message: String?
  /// The value of `x-amzn-ErrorType`; nil sends none.
  var errorType: String?
  /// Which gateway response the API may have replaced.
  var type: GatewayResponseType?
  /// `$context.error.validationErrorString`; empty where nothing was validated.
  var validationError = ""
  /// What an execution log says of it.
  var reason: String

  /// The answer's body unless the API has replaced it.
  var body: String { "{\"message\":\(messageString)}" }

  /// The message as JSON.
  var messageString: String { message.map { JSONValue.string($0).text } ?? "null" }

  /// The whole answer.
  ///
  /// - Parameters:
  ///   - request: What variables of gateway responses are taken from.
  ///   - responses: The gateway responses that the API has replaced.
  func answer(
    to request: MethodRequest, among responses: [GatewayResponse]
  ) -> MethodAnswer {
    var headers = errorType.map { [(name: "x-amzn-ErrorType", value: $0)] } ?? []
    guard let type, !responses.isEmpty else {
      headers.append(("Content-Type", "application/json"))
      return MethodAnswer(status: status, headers: headers, body: Array(body.utf8))
    }
    let response = GatewayResponseText(self, type, among: responses, for: request)
    headers.append(("Content-Type", response.contentType))
    return MethodAnswer(
      status: response.status, headers: headers + response.headers,
      body: Array(response.body.utf8))
  }

  /// A request that can be read in more than one way.
  static let badRequest = GatewayFailure(
    status: 400, message: "Bad Request", errorType: "BadRequestException", reason: "Bad Request")

  /// Required parameters that are not there.
  static func missingParameters(_ names: [String]) -> GatewayFailure {
    let message = "Missing required request parameters: [\(names.joined(separator: ", "))]"
    return GatewayFailure(
      status: 400, message: message, errorType: "BadRequestException",
      type: .badRequestParameters, validationError: message, reason: message)
  }

  /// A body that its model does not fit.
  static func invalidBody(_ violations: [String], mediaType: String) -> GatewayFailure {
    let text = "[\(violations.joined(separator: ", "))]"
    let shown =
      text.utf8.count > validationErrorBytes
      ? String(text.unicodeScalars.prefix(validationErrorBytes)) + "…]" : text
    return GatewayFailure(
      status: 400, message: "Invalid request body", errorType: "BadRequestException",
      type: .badRequestBody, validationError: shown,
      reason: "Request body does not match model schema for content type \(mediaType): \(shown)")
  }

  /// The longest `validationErrorString`, in bytes: it may quote the body, which is a client's.
  private static let validationErrorBytes = 4_096

  /// No template takes the body, and it may not pass as it is.
  static let unsupportedMediaType = GatewayFailure(
    status: 415, message: "Unsupported Media Type", errorType: "UnsupportedMediaTypeException",
    type: .unsupportedMediaType, reason: "Unsupported Media Type")

  /// A body, or a part of it, that is no JSON where JSON was asked for.
  static func unreadableBody(_ reason: String) -> GatewayFailure {
    GatewayFailure(
      status: 400, message: "Could not parse request body into json: \(reason)",
      errorType: "BadRequestException", type: .default4XX,
      reason: "Could not parse request body into json: \(reason)")
  }

  /// A body that is longer than the gateway takes.
  static let requestTooLong = GatewayFailure(
    status: 413, message: "Request Too Long", errorType: "RequestEntityTooLargeException",
    type: .requestTooLarge, reason: "Request Too Long")

  /// The gateway holds as much as it may.
  static let serviceUnavailable = GatewayFailure(
    status: 503, message: "Service Unavailable", errorType: "ServiceUnavailableException",
    reason: "Service Unavailable")

  /// The API as it is configured cannot answer.
  static func configuration(_ reason: String) -> GatewayFailure {
    GatewayFailure(
      status: 500, message: "Internal server error", errorType: "InternalServerErrorException",
      type: .apiConfigurationError,
      reason: "Execution failed due to configuration error: \(reason)")
  }

  /// The backend could not be reached, or broke off.
  static func integrationFailure(_ reason: String) -> GatewayFailure {
    GatewayFailure(
      status: 504, message: "Network error communicating with endpoint", type: .integrationFailure,
      reason: "Execution failed due to a network error communicating with endpoint: \(reason)")
  }

  /// The backend took longer than the integration allows.
  static let integrationTimeout = GatewayFailure(
    status: 504, message: "Endpoint request timed out", type: .integrationTimeout,
    reason: "Execution failed due to a timeout error")
}
