/// Why the server itself refused a request, before or beside the handler.
///
/// After every refusal the connection is closed: where the next request would begin is not sure.
public enum HTTPRefusal: String, Sendable, CaseIterable {
  /// The request line is not `METHOD SP target SP HTTP/1.x CRLF`.
  case malformedRequestLine
  /// The target has bytes, or a form, that a target must not have.
  case malformedTarget
  /// A header line is not `name: value CRLF`, is folded, or has control bytes.
  case malformedHeader
  /// `Host` is missing, repeated, malformed, or contradicts an absolute target.
  case badHost
  /// `Content-Length` is no single decimal number, or stands beside `Transfer-Encoding`.
  case badContentLength
  /// `Transfer-Encoding` is repeated, not allowed in HTTP/1.0, or does not end the body.
  case badTransferEncoding
  /// A transfer coding other than `chunked`.
  case unsupportedTransferEncoding
  /// The framing of a chunked body is broken.
  case malformedChunk
  /// `Expect` has another value than `100-continue`.
  case unsupportedExpectation
  /// A method the server does not know.
  case unknownMethod
  /// `CONNECT`, `TRACE` or an extension method.
  case methodNotAllowed
  /// An HTTP version other than 1.x.
  case unsupportedVersion
  /// The request line is over `HTTPServerLimits.requestLineBytes`.
  case requestLineTooLong
  /// The header block is over `headerBlockBytes` or `headerCount`.
  case headersTooLarge
  /// The body is over `HTTPServerLimits.bodyBytes`.
  case bodyTooLarge
  /// The head was not complete in `HTTPServerTimeouts.head`, or the body came too slowly.
  case requestTimeout
  /// There are `HTTPServerLimits.connections` already, or too many of one address.
  case tooManyConnections

  /// The status code of the answer.
  public var status: Int {
    switch self {
    case .malformedRequestLine, .malformedTarget, .malformedHeader, .badHost, .badContentLength,
      .badTransferEncoding, .malformedChunk:
      400
    case .methodNotAllowed: 405
    case .requestTimeout: 408
    case .bodyTooLarge: 413
    case .requestLineTooLong: 414
    case .unsupportedExpectation: 417
    case .headersTooLarge: 431
    case .unsupportedTransferEncoding, .unknownMethod: 501
    case .tooManyConnections: 503
    case .unsupportedVersion: 505
    }
  }

  /// What is wrong, in words for the client; has no characters that JSON would escape.
  public var message: String {
    switch self {
    case .malformedRequestLine: "Malformed request line"
    case .malformedTarget: "Malformed request target"
    case .malformedHeader: "Malformed header field"
    case .badHost: "Missing, repeated or malformed Host header"
    case .badContentLength: "Invalid Content-Length"
    case .badTransferEncoding: "Invalid Transfer-Encoding"
    case .unsupportedTransferEncoding: "Unsupported transfer coding"
    case .malformedChunk: "Malformed chunked body"
    case .unsupportedExpectation: "Unsupported expectation"
    case .unknownMethod: "Unknown method"
    case .methodNotAllowed: "Method not allowed"
    case .unsupportedVersion: "HTTP version not supported"
    case .requestLineTooLong: "Request URI too long"
    case .headersTooLarge: "Request header fields too large"
    case .bodyTooLarge: "Request Too Long"
    case .requestTimeout: "Request timed out"
    case .tooManyConnections: "Too many connections"
    }
  }
}
