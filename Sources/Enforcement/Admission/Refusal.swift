public import GatewayModel

/// What a refused caller is answered.
///
/// Source: API Gateway developer guide, "Gateway response types"; the texts are those AWS sends.
public struct Refusal: Sendable, Hashable {
  /// Which gateway response an API may have replaced; nil for those that cannot be.
  public let responseType: GatewayResponseType?
  /// The status unless replaced.
  public let statusCode: Int
  /// The text of `{"message":…}`; nil is sent as `null`.
  public let message: String?
  /// The value of `x-amzn-ErrorType`.
  public let errorType: String

  /// The message for people: the error's name where the message is `null`.
  public var title: String { message ?? errorType }

  init(_ type: GatewayResponseType?, _ statusCode: Int, _ message: String?, _ errorType: String) {
    responseType = type
    self.statusCode = statusCode
    self.message = message
    self.errorType = errorType
  }
}
