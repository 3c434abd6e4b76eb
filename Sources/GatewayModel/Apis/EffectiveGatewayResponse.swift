/// What the gateway answers for one kind of refusal, once own settings, the class's default and API
/// Gateway's default are laid over each other.
///
/// Source: API Gateway developer guide, "Gateway responses"; recorded answers of GetGatewayResponse.
public struct EffectiveGatewayResponse: Sendable, Hashable {
  /// Which refusal.
  public var responseType: GatewayResponseType
  /// Three digits; nil for the two class defaults unless set.
  public var statusCode: String?
  /// `gatewayresponse.header.NAME` to a static value or an expression.
  public var responseParameters: [String: String]
  /// Content type to template, with variables only.
  public var responseTemplates: [String: String]
  /// Whether the type itself was never set.
  public var isDefault: Bool

  /// The template of every type that sets none.
  public static let defaultTemplates = [
    "application/json": "{\"message\":$context.error.messageString}"
  ]

  /// What acts for a type.
  ///
  /// - Parameters:
  ///   - type: The refusal.
  ///   - responses: Those that were set, of one API.
  public init(
    of type: GatewayResponseType, among responses: [GatewayResponseType: GatewayResponse]
  ) {
    let own = responses[type]
    let set = own ?? type.classDefault.flatMap { responses[$0] }
    responseType = type
    statusCode = set?.statusCode ?? type.defaultStatusCode.map(String.init)
    responseParameters = set?.responseParameters ?? [:]
    let templates = set?.responseTemplates ?? [:]
    responseTemplates = templates.isEmpty ? Self.defaultTemplates : templates
    isDefault = own == nil
  }

  /// What acts for every type, in the order of their names: all 21, always.
  ///
  /// - Parameter responses: Those that were set, of one API.
  public static func all(
    among responses: [GatewayResponseType: GatewayResponse]
  ) -> [EffectiveGatewayResponse] {
    GatewayResponseType.allCases.map { EffectiveGatewayResponse(of: $0, among: responses) }
  }
}
