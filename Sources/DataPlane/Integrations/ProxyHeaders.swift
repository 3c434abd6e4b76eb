import HTTPClient
import HTTPServer

/// Which header fields pass between client and backend, and under which names.
///
/// Values pass byte for byte: what they are encoded in is between client and backend.
/// Source: RFC 9110 §7.6.1 (connection-specific fields); API Gateway developer guide, "Important notes"
/// (dropped and remapped fields).
enum ProxyHeaders {
  /// Request fields that end at the gateway.
  private static let droppedFromRequest: Set<String> = [
    "connection", "content-length", "content-md5", "expect", "host", "keep-alive", "max-forwards",
    "proxy-authenticate", "proxy-authorization", "proxy-connection", "server", "te", "trailer",
    "transfer-encoding", "upgrade", "www-authenticate", "x-api-key", "x-forwarded-for",
    "x-forwarded-port", "x-forwarded-proto", "x-amzn-apigateway-api-id",
  ]
  /// Answer fields that end at the gateway.
  private static let droppedFromAnswer: Set<String> = [
    "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "via",
  ]
  /// Answer fields that go on under another name where a mapping sets them.
  private static let remappedWhenMapped: Set<String> = [
    "authorization", "connection", "content-length", "content-md5", "date", "expect", "host",
    "max-forwards", "proxy-authenticate", "server", "trailer", "upgrade", "user-agent",
    "www-authenticate",
  ]
  /// Answer fields that the gateway has its own of.
  private static let remapped: Set<String> = ["connection", "content-length", "date", "server"]

  /// The fields of a request that go to the backend, in their order.
  ///
  /// The key ends here: it is between the client and the gateway, and a backend that saw it could use it.
  static func forBackend(
    _ request: [HTTPClientField], apiId: String, sourceIp: String, rootTrace: String
  ) -> [HTTPClientField] {
    let named = named(
      in: request.filter { $0.name.lowercased() == "connection" }
        .map { String(decoding: $0.value, as: UTF8.self) })
    var fields: [HTTPClientField] = []
    var hasUserAgent = false
    var hasAccept = false
    for field in request {
      let lower = field.name.lowercased()
      guard !droppedFromRequest.contains(lower), !named.contains(lower) else { continue }
      hasUserAgent = hasUserAgent || lower == "user-agent"
      hasAccept = hasAccept || lower == "accept"
      fields.append(field)
    }
    if !hasUserAgent { fields.append(HTTPClientField("User-Agent", "AmazonAPIGateway_\(apiId)")) }
    if !hasAccept { fields.append(HTTPClientField("Accept", "application/json")) }
    fields.append(HTTPClientField("X-Amzn-Apigateway-Api-Id", apiId))
    fields.append(HTTPClientField("X-Amzn-Trace-Id", rootTrace))
    fields.append(HTTPClientField("X-Forwarded-For", sourceIp))
    fields.append(HTTPClientField("X-Forwarded-Proto", "http"))
    return fields
  }

  /// The fields of a request as they came, byte for byte.
  static func fields(of request: HTTPRequestView) -> [HTTPClientField] {
    (0..<request.headerCount).map {
      HTTPClientField(
        String(decoding: request.headerName(at: $0), as: UTF8.self),
        bytes: request.headerValue(at: $0))
    }
  }

  /// The name under which a backend's field goes to the client; nil if it does not.
  static func nameForClient(_ name: String) -> String? {
    let lower = name.lowercased()
    if droppedFromAnswer.contains(lower) { return nil }
    return remapped.contains(lower) ? "x-amzn-Remapped-\(name)" : name
  }

  /// The name under which a mapped field goes to the client.
  static func nameForClient(mapped name: String) -> String {
    remappedWhenMapped.contains(name.lowercased()) ? "x-amzn-Remapped-\(name)" : name
  }

  /// The fields that a backend's `Connection` fields name.
  static func namedByConnection(_ head: HTTPClientResponseHead) -> Set<String> {
    let values = head.fields.filter {
      String(decoding: head.bytes[$0.name], as: UTF8.self).lowercased() == "connection"
    }.map { String(decoding: head.bytes[$0.value], as: UTF8.self) }
    return named(in: values)
  }

  /// The fields that `Connection` fields with these values name: they concern one connection only.
  static func named(in values: [String]) -> Set<String> {
    Set(
      values.flatMap { $0.lowercased().split(separator: ",") }
        .map { String($0.drop { $0 == " " }.prefix { $0 != " " }) })
  }
}
