/// A request to another server.
///
/// A server may close a kept connection at the moment the next request is on its way. Nothing tells
/// whether it took the request, so only one whose verb makes no difference of once and twice is sent again,
/// on another connection; any other fails.
/// Source: RFC 9110, 9.2.2: "A proxy MUST NOT automatically retry non-idempotent requests."
public struct HTTPClientRequest: Sendable {
  /// How much body there will be.
  public enum Body: Sendable, Hashable {
    /// None at all.
    case none
    /// Exactly this many bytes.
    case length(Int64)
    /// As many as come, sent in chunks.
    case chunked
  }

  /// The verb, for example `GET`.
  public var method: String
  /// The address with scheme `http` or `https`; the path is sent as it is, dots and all.
  public var url: String
  /// The header fields in order; `Host` only to replace the one from the address.
  public var fields: [HTTPClientField]
  /// How much body there will be.
  public var body: Body
  /// How long until the head of the answer must be there; the body may take longer.
  public var timeout: Duration
  /// Whether a certificate that cannot be verified fails the transfer.
  public var verifiesCertificate: Bool

  /// A request; it is checked by `HTTPClient.start`.
  public init(
    method: String, url: String, fields: [HTTPClientField], body: Body = .none,
    timeout: Duration = .seconds(29), verifiesCertificate: Bool = true
  ) {
    self.method = method
    self.url = url
    self.fields = fields
    self.body = body
    self.timeout = timeout
    self.verifiesCertificate = verifiesCertificate
  }

  /// A request whose header fields are text.
  public init(
    method: String, url: String, headers: [(name: String, value: String)] = [],
    body: Body = .none, timeout: Duration = .seconds(29), verifiesCertificate: Bool = true
  ) {
    self.init(
      method: method, url: url, fields: headers.map { HTTPClientField($0.name, $0.value) },
      body: body, timeout: timeout, verifiesCertificate: verifiesCertificate)
  }
}
