/// The bounds of a client.
public struct HTTPClientLimits: Sendable, Hashable {
  /// Transfers under way at once; one more is refused.
  public var transfers = 4_096
  /// Idle connections kept for reuse, over all hosts.
  public var idleConnections = 256
  /// The whole head of an answer, in bytes; a longer one fails the transfer.
  public var responseHeadBytes = 65_536
  /// Request body bytes waiting to be sent; above it the sender is asked to pause.
  public var pendingBodyBytes = 262_144
  /// Request body bytes kept after they were sent, until the head of the answer is there, so that they can
  /// be sent again; a request with a longer body is not sent twice.
  public var resendableBodyBytes = 65_536
  /// How long a server may send nothing of the body of its answer while it is being read.
  public var bodyStallTimeout: Duration = .seconds(29)
  /// How long a connection may take to be made.
  public var connectTimeout: Duration = .seconds(10)

  /// The default bounds.
  public init() {}
}
