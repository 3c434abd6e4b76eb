import HTTPClient
import HTTPServer

/// Which header fields pass between client and backend, and under which names.
///
/// Values pass byte for byte: what they are encoded in is between client and backend.
/// Source: RFC 9110 §7.6.1 (connection-specific fields); API Gateway developer guide, "Important notes"
/// (dropped and remapped fields).
enum ProxyHeaders {
  /// Request fields that end at the gateway.
  private static let droppedFromRequest = FieldNames([
    "connection", "content-length", "content-md5", "expect", "host", "keep-alive", "max-forwards",
    "proxy-authenticate", "proxy-authorization", "proxy-connection", "server", "te", "trailer",
    "transfer-encoding", "upgrade", "www-authenticate", "x-api-key", "x-forwarded-for",
    "x-forwarded-port", "x-forwarded-proto", "x-amzn-apigateway-api-id",
  ])
  private static let connection = FieldNames(["connection"])
  private static let userAgent = FieldNames(["user-agent"])
  private static let accept = FieldNames(["accept"])
  /// Answer fields that end at the gateway.
  private static let droppedFromAnswer = FieldNames([
    "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "via",
  ])
  /// Answer fields that go on under another name where a mapping sets them.
  private static let remappedWhenMapped = FieldNames([
    "authorization", "connection", "content-length", "content-md5", "date", "expect", "host",
    "max-forwards", "proxy-authenticate", "server", "trailer", "upgrade", "user-agent",
    "www-authenticate",
  ])
  /// Answer fields that the gateway has its own of.
  private static let remapped = FieldNames(["connection", "content-length", "date", "server"])

  /// The fields of a request that go to the backend, in their order.
  ///
  /// The key ends here: it is between the client and the gateway, and a backend that saw it could use it.
  static func forBackend(
    _ request: [HTTPClientField], apiId: String, sourceIp: String, rootTrace: String
  ) -> [HTTPClientField] {
    let named = named(
      in: request.lazy.filter { connection.contains($0.name) }
        .map { String(decoding: $0.value, as: UTF8.self) })
    var fields: [HTTPClientField] = []
    fields.reserveCapacity(request.count + 6)
    var hasUserAgent = false
    var hasAccept = false
    for field in request {
      guard !droppedFromRequest.contains(field.name), !named.contains(field.name) else { continue }
      hasUserAgent = hasUserAgent || userAgent.contains(field.name)
      hasAccept = hasAccept || accept.contains(field.name)
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

  /// What becomes of a backend's field.
  enum Passage {
    /// It ends at the gateway.
    case dropped
    /// It goes to the client as it is.
    case unchanged
    /// It goes to the client under another name.
    case remapped
  }

  /// What becomes of a backend's field, by its name.
  static func passage(of name: UnsafeRawBufferPointer) -> Passage {
    if droppedFromAnswer.contains(name) { return .dropped }
    return remapped.contains(name) ? .remapped : .unchanged
  }

  /// The name under which a backend's field goes to the client; nil if it does not.
  static func nameForClient(_ name: String) -> String? {
    var name = name
    return switch name.withUTF8({ passage(of: UnsafeRawBufferPointer($0)) }) {
    case .dropped: nil
    case .unchanged: name
    case .remapped: "\(remappedPrefix)\(name)"
    }
  }

  /// Gives the name under which a remapped field goes on.
  static func withRemapped(_ name: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void)
  {
    let prefix = remappedPrefix.utf8Start
    let prefixCount = remappedPrefix.utf8CodeUnitCount
    withUnsafeTemporaryAllocation(byteCount: prefixCount + name.count, alignment: 1) { bytes in
      bytes.copyMemory(from: UnsafeRawBufferPointer(start: prefix, count: prefixCount))
      UnsafeMutableRawBufferPointer(rebasing: bytes[prefixCount...]).copyMemory(from: name)
      body(UnsafeRawBufferPointer(bytes))
    }
  }

  private static let remappedPrefix: StaticString = "x-amzn-Remapped-"

  /// The name under which a mapped field goes to the client.
  static func nameForClient(mapped name: String) -> String {
    remappedWhenMapped.contains(name) ? "\(remappedPrefix)\(name)" : name
  }

  /// The fields that a backend's `Connection` fields name.
  static func namedByConnection(_ head: HTTPClientResponseHead) -> FieldNames {
    head.bytes.withUnsafeBytes { bytes in
      named(
        in: head.fields.lazy
          .filter { connection.contains(UnsafeRawBufferPointer(rebasing: bytes[$0.name])) }
          .map { String(decoding: bytes[$0.value], as: UTF8.self) })
    }
  }

  /// The fields that `Connection` fields with these values name: they concern one connection only.
  ///
  /// What most of them say names no field, and costs nothing.
  static func named(in values: some Sequence<String>) -> FieldNames {
    var names: [String] = []
    for value in values where value != "keep-alive" && value != "close" {
      names += value.split(separator: ",").map {
        String($0.drop { $0 == " " }.prefix { $0 != " " })
      }
    }
    return FieldNames(names)
  }
}
