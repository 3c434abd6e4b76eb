/// Header fields whose place is noted while the head is checked, so that finding them costs an
/// array access.
public enum HTTPKnownHeader: Int, Sendable, CaseIterable {
  /// `Host`; exactly one in HTTP/1.1, at most one in HTTP/1.0.
  case host
  /// `Content-Length`
  case contentLength
  /// `Transfer-Encoding`
  case transferEncoding
  /// `Connection`
  case connection
  /// `Expect`
  case expect
  /// `X-API-Key`
  case apiKey
  /// `Content-Type`
  case contentType
  /// `Authorization`
  case authorization
  /// `User-Agent`
  case userAgent
  /// `Accept`
  case accept

  /// The name in lower case.
  public var name: StaticString {
    switch self {
    case .host: "host"
    case .contentLength: "content-length"
    case .transferEncoding: "transfer-encoding"
    case .connection: "connection"
    case .expect: "expect"
    case .apiKey: "x-api-key"
    case .contentType: "content-type"
    case .authorization: "authorization"
    case .userAgent: "user-agent"
    case .accept: "accept"
    }
  }

  /// The known header with a name, in any case.
  static func find(_ name: UnsafeRawBufferPointer) -> HTTPKnownHeader? {
    let candidate: HTTPKnownHeader
    switch name.count {
    case 4: candidate = .host
    case 6: candidate = (name[0] | 0x20) == UInt8(ascii: "e") ? .expect : .accept
    case 9: candidate = .apiKey
    case 10: candidate = (name[0] | 0x20) == UInt8(ascii: "c") ? .connection : .userAgent
    case 12: candidate = .contentType
    case 13: candidate = .authorization
    case 14: candidate = .contentLength
    case 17: candidate = .transferEncoding
    default: return nil
    }
    return ASCII.equalsIgnoringCase(name, candidate.name) ? candidate : nil
  }
}
