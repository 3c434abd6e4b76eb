/// Why a transfer failed.
public struct HTTPClientError: Error, Sendable, Hashable {
  /// The kinds of failure.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The request itself cannot be sent: its address, verb or a header field is malformed.
    case invalidRequest
    /// As many transfers are under way as the limits allow.
    case tooManyTransfers
    /// The server's name was not found.
    case unknownHost
    /// The connection was refused or broke.
    case connection
    /// The server's certificate or handshake was not acceptable.
    case tls
    /// No head of an answer within the request's time.
    case timeout
    /// The answer is not HTTP, or larger than the limits allow.
    case invalidResponse
    /// The transfer was cancelled here.
    case cancelled
    /// The library could not work, for example for lack of memory.
    case unavailable
  }

  /// The kind.
  public var code: Code
  /// What happened, for a log.
  public var message: String

  /// A failure.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
