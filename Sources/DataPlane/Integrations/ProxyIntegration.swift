import Enforcement
import GatewayModel
import HTTPClient

/// An HTTP_PROXY integration, made ready: its address in pieces, its mappings and its verb.
///
/// Source: API Gateway developer guide, "Set up HTTP integrations".
final class ProxyIntegration {
  private let address: AddressTemplate
  private let mapping: RequestMapping
  /// The verb to send; nil passes the request's own.
  let httpMethod: String?
  /// How long the backend may take, in milliseconds.
  let timeoutInMillis: Int
  /// Whether the backend's certificate is checked.
  let verifiesCertificate: Bool

  init?(_ integration: Integration) {
    guard let uri = integration.uri else { return nil }
    httpMethod = integration.httpMethod == "ANY" ? nil : integration.httpMethod
    timeoutInMillis = integration.timeoutInMillis
    verifiesCertificate = integration.insecureSkipVerification != true
    address = AddressTemplate(uri)
    mapping = RequestMapping(integration.requestParameters ?? [:])
  }

  /// Whether the request to the backend follows from path and query as they are, so that no view of the
  /// whole request is needed.
  var mapsPathOnly: Bool { mapping.mapsPathOnly && mapping.mapsPathFromPath }

  /// The address for a request.
  ///
  /// - Parameters:
  ///   - parameters: The path parameters of the request, escapes kept; not asked for where none is used.
  ///   - variables: The stage's variables.
  ///   - query: The request's query without `?`, empty if there is none.
  func url(
    parameters: @autoclosure () -> [PathParameter], variables: [String: String], query: String
  ) throws(GatewayFailure) -> String {
    let parameters = address.hasParameters ? parameters() : []
    return try address.address(variables: variables, query: query) { name in
      let source = mapping.pathParameter(name)
      return parameters.first { $0.name == source }?.value
    }
  }

  /// The request to the backend, without its body.
  ///
  /// What is mapped takes the place of what the client sent under the same name.
  func backendRequest(for request: MethodRequest) throws(GatewayFailure) -> HTTPClientRequest {
    let sent =
      request.rawHeaders.isEmpty
      ? request.headers.all.map { HTTPClientField($0.name, $0.value) } : request.rawHeaders
    var fields = ProxyHeaders.forBackend(
      sent, apiId: request.apiId, sourceIp: request.sourceIp, rootTrace: request.traceId)
    for (name, value) in try mapping.headers(for: request) {
      fields.removeAll { $0.name.lowercased() == name.lowercased() }
      fields.append(HTTPClientField(name, value))
    }
    let query = [request.rawQuery, mapping.queryText(for: request)].filter { !$0.isEmpty }
      .joined(separator: "&")
    let url = try address.address(variables: request.stageVariables, query: query) {
      mapping.pathValue($0, for: request)
    }
    return HTTPClientRequest(
      method: httpMethod ?? request.httpMethod, url: url, fields: fields,
      timeout: .milliseconds(timeoutInMillis), verifiesCertificate: verifiesCertificate)
  }

  /// A backend's whole answer as it goes to the client.
  func answer(from backend: BackendAnswer) -> MethodAnswer {
    let named = ProxyHeaders.named(in: backend.headers.values("connection"))
    let headers = backend.headers.all.compactMap { name, value -> (name: String, value: String)? in
      guard !named.contains(name), let name = ProxyHeaders.nameForClient(name) else {
        return nil
      }
      return (name, value)
    }
    return MethodAnswer(
      status: (200...599).contains(backend.status) ? backend.status : 502, headers: headers,
      body: backend.body)
  }
}
