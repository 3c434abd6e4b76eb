/// What kind of backend answers a method.
public enum IntegrationType: String, Sendable, Hashable, Codable, CaseIterable {
  /// An HTTP endpoint, with mapped request and response.
  case http = "HTTP"
  /// An AWS service; stored, not reachable from here.
  case aws = "AWS"
  /// The gateway itself.
  case mock = "MOCK"
  /// An HTTP endpoint, passed through.
  case httpProxy = "HTTP_PROXY"
  /// A Lambda function; stored, not reachable from here.
  case awsProxy = "AWS_PROXY"
}
