import GatewayModel
import HTTPClient

/// An HTTP integration, made ready: what of a request goes to the backend, and what of its answer
/// comes
/// back.
///
/// Nothing passes that is not mapped, but the body where no template takes it.
/// Source: API Gateway developer guide, "HTTP custom integrations"; recorded requests to backends.
final class HTTPIntegration {
  private let address: AddressTemplate
  private let mapping: RequestMapping
  private let bodies: BodyMapping
  private let binaryBodies: BinaryBodies
  private let contentHandling: String?
  private let httpMethod: String?
  private let timeoutInMillis: Int
  private let verifiesCertificate: Bool
  /// How its answers become those of the method.
  let responses: ResponseMapping

  /// Nil if the integration has no address.
  init?(_ integration: Integration, _ binaryBodies: BinaryBodies) {
    guard let uri = integration.uri else { return nil }
    address = AddressTemplate(uri)
    mapping = RequestMapping(integration.requestParameters ?? [:])
    bodies = BodyMapping(integration)
    self.binaryBodies = binaryBodies
    contentHandling = integration.contentHandling
    httpMethod = integration.httpMethod == "ANY" ? nil : integration.httpMethod
    timeoutInMillis = integration.timeoutInMillis
    verifiesCertificate = integration.insecureSkipVerification != true
    responses = ResponseMapping(integration, binaryBodies)
  }

  /// The request to the backend.
  func backendRequest(for request: MethodRequest) throws(GatewayFailure) -> MappedRequest {
    var request = request
    var overrides = MappingOverrides()
    request.body = try binaryBodies.requestBody(request, handling: contentHandling)
    var body = request.body
    var contentType = request.headers.last("content-type") ?? "application/json"
    if case .text(let text) = try bodies.body(of: request, overrides: &overrides) {
      body = Array(text.utf8)
      contentType = "application/json"
    }
    let verb = httpMethod ?? request.httpMethod
    if verb == "GET" || verb == "HEAD" { body = [] }
    var headers = [
      ("User-Agent", "AmazonAPIGateway_\(request.apiId)"),
      ("X-Amzn-Apigateway-Api-Id", request.apiId), ("Accept", "application/json"),
      ("Content-Type", contentType), ("X-Amzn-Trace-Id", request.traceId),
    ]
    for (name, value) in try mapping.headers(for: request, overrides: overrides) {
      headers.removeAll { $0.0.lowercased() == name.lowercased() }
      headers.append((name, value))
    }
    let url = try address.address(
      variables: request.stageVariables,
      query: mapping.queryText(for: request, overrides: overrides)
    ) { mapping.pathValue($0, for: request, overrides: overrides) }
    return MappedRequest(
      request: HTTPClientRequest(
        method: verb, url: url, headers: headers, timeout: .milliseconds(timeoutInMillis),
        verifiesCertificate: verifiesCertificate),
      body: body, overrides: overrides)
  }
}
