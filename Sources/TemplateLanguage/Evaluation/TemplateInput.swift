public import GatewayModel

/// What a template can ask for.
public struct TemplateInput: Sendable {
  /// A named value of the request.
  public struct Parameter: Sendable, Hashable {
    /// The name, as it was sent.
    public var name: String
    /// The value, decoded.
    public var value: String

    /// A named value.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// `$input.body`; nil or empty is `{}` to a template.
  public var body: String?
  /// `$input.params().path`
  public var path: [Parameter]
  /// `$input.params().querystring`; of a name that repeats the last value counts.
  public var querystring: [Parameter]
  /// `$input.params().header`
  public var header: [Parameter]
  /// `$context`, without the overrides.
  public var context: JSONObject
  /// `$context.requestOverride` as earlier templates left it.
  public var requestOverride: JSONObject
  /// `$context.responseOverride` as earlier templates left it.
  public var responseOverride: JSONObject
  /// `$stageVariables`
  public var stageVariables: [String: String]

  /// What a template can ask for.
  public init(
    body: String? = nil, path: [Parameter] = [], querystring: [Parameter] = [],
    header: [Parameter] = [], context: JSONObject = JSONObject(),
    requestOverride: JSONObject = JSONObject(), responseOverride: JSONObject = JSONObject(),
    stageVariables: [String: String] = [:]
  ) {
    self.body = body
    self.path = path
    self.querystring = querystring
    self.header = header
    self.context = context
    self.requestOverride = requestOverride
    self.responseOverride = responseOverride
    self.stageVariables = stageVariables
  }
}
