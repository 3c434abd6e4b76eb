/// The header fields and body a handler wants a refusal to have.
public struct HTTPRefusalBody: Sendable {
  /// Fields beside `Date`, `Content-Length` and `Connection`; no control bytes in either part.
  public var headers: [(name: String, value: String)]

  /// The body; its type is one of `headers`.
  public var body: [UInt8]

  /// Makes the description of a refusal's answer.
  ///
  /// - Parameters:
  ///   - headers: Fields beside those the server writes itself.
  ///   - body: The bytes of the body.
  public init(headers: [(name: String, value: String)], body: [UInt8]) {
    self.headers = headers
    self.body = body
  }

  /// `{"message":…}` with the refusal's own words.
  ///
  /// - Parameter refusal: What is refused.
  public init(_ refusal: HTTPRefusal) {
    headers = [("Content-Type", "application/json")]
    body = Array(#"{"message":"\#(refusal.message)"}"#.utf8)
  }
}
