/// The services whose operations are answered here.
public enum ControlService: String, Sendable, Hashable, CaseIterable {
  /// API Gateway: JSON.
  case apiGateway = "apigateway"
  /// The one operation of STS that tools ask for: XML.
  case sts
}
