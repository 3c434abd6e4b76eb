/// A REST API as a document describes it: free of ids, and free of the document's format.
///
/// What an import is decided on. Texts stand as the document has them, so that the rules of the single
/// operations judge them and refuse them in their own words.
public struct ApiDefinition: Sendable, Hashable, Codable {
  /// The API's name.
  public var name: String?
  /// Free text; an empty one is none.
  public var description: String?
  /// A version of the document's own.
  public var version: String?
  /// The path all paths of the document hang from, for example `/v1`; empty or `/` for none.
  public var basePath = ""
  /// `HEADER` or `AUTHORIZER`; nil when the document does not say.
  public var apiKeySource: String?
  /// Media types handled as binary; nil when the document does not say.
  public var binaryMediaTypes: [String]?
  /// The least body size that is compressed, in bytes; nil when the document does not say.
  public var minimumCompressionSize: Int?
  /// A resource policy, JSON text; nil when the document does not say.
  public var policy: String?
  /// VPC endpoints of a private API; nil when the document does not say.
  public var vpcEndpointIds: [String]?
  /// Whether the default host is off; nil when the document does not say.
  public var disableExecuteApiEndpoint: Bool?
  /// A TLS policy by name; nil when the document does not say.
  public var securityPolicy: String?
  /// `BASIC` or `STRICT`; nil when the document does not say.
  public var endpointAccessMode: String?
  /// Tags of a new API.
  public var tags: [String: String] = [:]
  /// The paths, in the document's order.
  public var paths: [DefinedPath] = []
  /// The models, in the document's order.
  public var models: [DefinedModel] = []
  /// The validators, in the document's order.
  public var requestValidators: [DefinedRequestValidator] = []
  /// The authorizers, in the document's order.
  public var authorizers: [DefinedAuthorizer] = []
  /// Answers to refusals, in the document's order.
  public var gatewayResponses: [DefinedGatewayResponse] = []
  /// The document's documentation parts, JSON text as `ImportDocumentationParts` takes it; nil when the
  /// document has none.
  public var documentation: String?
  /// What of the document was left out or doubtful, in API Gateway's words where it was recorded.
  public var warnings: [String] = []
  /// What an operator should know although nothing of the document was left out; never on the wire.
  public var advice: [String] = []

  /// A definition of nothing.
  public init() {}

  /// Models, validators, authorizers or gateway responses of one definition.
  public static let maximumPartCount = 2_000

  /// What stands for the id of the API in the text of a schema, which refers to other models by an
  /// address that holds the id.
  public static let apiIdPlaceholder = "{restapi_id}"

  /// How a schema refers to a model, in an API.
  ///
  /// - Parameters:
  ///   - name: The model's name.
  ///   - apiId: The API's id; the placeholder in a definition.
  /// Source: recorded answer of GetModel on an imported API.
  public static func modelReference(
    _ name: String, of apiId: String = apiIdPlaceholder
  ) -> String {
    "https://apigateway.amazonaws.com/restapis/\(apiId)/models/\(name)"
  }
}
