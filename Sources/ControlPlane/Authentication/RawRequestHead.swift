import HTTPServer

/// The head of a request byte for byte, for checking signatures.
public struct RawRequestHead: Sendable, Hashable {
  /// The method, upper case.
  public var method: String
  /// Path and query exactly as sent.
  public var target: String
  /// Header fields in the order sent, names in the case sent, values without the blanks around them.
  public var headers: [Field]
  /// The service the operation belongs to: `apigateway` or `sts`.
  public var service: String

  /// One header field.
  public struct Field: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String

    /// A field.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A head.
  public init(method: String, target: String, headers: [Field], service: String) {
    self.method = method
    self.target = target
    self.headers = headers
    self.service = service
  }

  init(_ request: HTTPRequestView, service: ControlService) {
    self.init(
      method: String(describing: request.method.name),
      target: String(decoding: request.target, as: UTF8.self),
      headers: (0..<request.headerCount).map { index in
        Field(
          String(decoding: request.headerName(at: index), as: UTF8.self),
          String(decoding: request.headerValue(at: index), as: UTF8.self))
      }, service: service.rawValue)
  }
}
