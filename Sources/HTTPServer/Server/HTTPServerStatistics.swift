/// What a server has done so far.
public struct HTTPServerStatistics: Sendable, Equatable {
  /// Connections accepted, with those refused at once.
  public var acceptedConnections = 0

  /// Connections open now.
  public var openConnections = 0

  /// Requests handed to the handler.
  public var requests = 0

  /// Requests refused by the server itself.
  public var refusals = 0

  /// Exchanges that ended without a whole answer.
  public var abortedExchanges = 0

  /// Connections closed because they were idle or their reader stood still.
  public var timedOutConnections = 0
}
