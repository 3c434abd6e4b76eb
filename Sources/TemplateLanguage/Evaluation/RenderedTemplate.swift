public import GatewayModel

/// What became of a template.
public struct RenderedTemplate: Sendable, Hashable {
  /// The text.
  public var text: String
  /// `$context.requestOverride` as the template left it: `header`, `querystring`, `path`.
  public var requestOverride: JSONObject
  /// `$context.responseOverride` as the template left it: `status`, `header`.
  public var responseOverride: JSONObject
}
