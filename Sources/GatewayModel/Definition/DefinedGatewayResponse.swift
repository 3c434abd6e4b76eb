/// What a definition says the gateway answers for one kind of refusal.
public struct DefinedGatewayResponse: Sendable, Hashable, Codable {
  /// The refusal, for example `INVALID_API_KEY`.
  public var responseType: String
  /// Three digits; nil keeps the type's own.
  public var statusCode: String?
  /// `gatewayresponse.header.NAME` to a mapping expression.
  public var responseParameters: [String: String]
  /// Content type to template.
  public var responseTemplates: [String: String]

  /// A gateway response.
  public init(
    responseType: String, statusCode: String? = nil, responseParameters: [String: String] = [:],
    responseTemplates: [String: String] = [:]
  ) {
    self.responseType = responseType
    self.statusCode = statusCode
    self.responseParameters = responseParameters
    self.responseTemplates = responseTemplates
  }
}
