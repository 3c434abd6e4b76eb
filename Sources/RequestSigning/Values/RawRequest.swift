/// A request exactly as it was received or will be sent.
///
/// Signatures cover bytes, so nothing here is decoded, merged or put in order.
public struct RawRequest: Sendable {
  /// A header field.
  public struct Header: Sendable, Hashable {
    /// The name in the case it was sent.
    public var name: [UInt8]
    /// The value.
    public var value: [UInt8]

    /// A field from bytes.
    public init(name: [UInt8], value: [UInt8]) {
      self.name = name
      self.value = value
    }

    /// A field from text.
    public init(_ name: String, _ value: String) {
      self.init(name: Array(name.utf8), value: Array(value.utf8))
    }
  }

  /// The method, for example `POST`.
  public var method: [UInt8]
  /// Path and query as in the request line.
  public var target: [UInt8]
  /// The header fields in the order sent.
  public var headers: [Header]
  /// The body after the framing was taken off.
  public var body: [UInt8]

  /// A request from bytes.
  public init(method: [UInt8], target: [UInt8], headers: [Header], body: [UInt8]) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }

  /// A request from text.
  public init(_ method: String, _ target: String, headers: [Header], body: [UInt8] = []) {
    self.init(
      method: Array(method.utf8), target: Array(target.utf8), headers: headers, body: body)
  }

  /// The value of the only field with a name; nil without one or with several.
  ///
  /// - Parameter name: In lower case.
  func onlyValue(_ name: StaticString) -> [UInt8]? {
    var found: [UInt8]?
    for header in headers where Bytes.isEqualIgnoringCase(header.name, name) {
      guard found == nil else { return nil }
      found = header.value
    }
    return found
  }

  /// How many fields have a name.
  ///
  /// - Parameter name: In lower case.
  func count(of name: StaticString) -> Int {
    headers.count { Bytes.isEqualIgnoringCase($0.name, name) }
  }
}
