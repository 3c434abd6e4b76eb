import Enforcement
import GatewayModel
import HTTPClient

/// A request as API Gateway calls it: what mappings, templates and validation see of it.
///
/// Made for the requests that need one; a constant answer and a streamed proxy do without.
struct MethodRequest: Sendable {
  /// The account that `$context.accountId` shows: a workspace is one account.
  static let accountId = "000000000000"

  /// The id of the API.
  var apiId: String
  /// The stage; `test-invoke-stage` for a test of a method that need not be deployed.
  var stage: String
  /// What is served; empty for a test.
  var deploymentId: String
  /// Whether the stage's canary answers.
  var isCanary = false
  /// The stage variables, with a canary's overrides.
  var stageVariables: [String: String]
  /// The resource that answers.
  var resourceId: String
  /// The resource's path, for example `/pets/{id}`.
  var resourcePath: String
  /// The verb of the request.
  var httpMethod: String
  /// The path with the stage as it was sent, for `$context.path`.
  var path: String
  /// The path parameters, without escapes.
  var pathParameters: RequestFields
  /// The query as it was sent, without `?`.
  var rawQuery: String
  /// The query's pairs.
  var query: RequestFields
  /// The header fields, as text.
  var headers: RequestFields
  /// The header fields byte for byte, for a proxy to hand on; empty in a test, where text is all there is.
  var rawHeaders: [HTTPClientField] = []
  /// The body; empty until it was received.
  var body: [UInt8] = []
  /// The id of the request, a UUID.
  var requestId: String
  /// The address the request came from.
  var sourceIp: String
  /// The value of `Host`.
  var domainName: String
  /// `HTTP/1.1` or `HTTP/1.0`.
  var httpVersion = "HTTP/1.1"
  /// When the request came.
  var time: Timestamp
  /// The key, where the method requires one.
  var apiKeyId: String?

  /// The value of `X-Amzn-Trace-Id`.
  var traceId: String { "Root=\(requestId)" }

  /// The media type of the body, in lower case without parameters; JSON if none was named.
  ///
  /// Source: API Gateway developer guide, "Integration passthrough behaviors".
  var mediaType: String {
    headers.last("content-type").map(Self.mediaType) ?? "application/json"
  }

  /// A media type without its parameters, in lower case.
  static func mediaType(_ value: String) -> String {
    String(value.prefix { $0 != ";" }.filter { $0 != " " }).lowercased()
  }
}
