/// What the gateway itself answers when it refuses or fails a request.
public struct GatewayResponse: Sendable, Hashable, Codable {
  /// Which refusal.
  public var responseType: GatewayResponseType
  /// Replaces the type's own status; nil keeps it.
  public var statusCode: String?
  /// `gatewayresponse.header.NAME` to a static value or an expression.
  public var responseParameters: [String: String]
  /// Content type to template, with variables only.
  public var responseTemplates: [String: String]

  /// A gateway response that replaces the type's own.
  public init(
    responseType: GatewayResponseType, statusCode: String? = nil,
    responseParameters: [String: String] = [:], responseTemplates: [String: String] = [:]
  ) {
    self.responseType = responseType
    self.statusCode = statusCode
    self.responseParameters = responseParameters
    self.responseTemplates = responseTemplates
  }
}
