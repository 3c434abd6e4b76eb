/// How long a server waits for its clients.
public struct HTTPServerTimeouts: Sendable {
  /// From the first byte of a head to its last. The whole time, not the time between two bytes: a
  /// client that sends a byte now and then gains nothing.
  public var head: Duration = .seconds(10)

  /// The window over which the rate of a body is measured.
  public var bodyWindow: Duration = .seconds(10)

  /// Bytes of a body that must arrive in each second of a window while the handler is reading.
  public var bodyBytesPerSecond = 1_024

  /// How long a connection may have nothing in flight.
  ///
  /// Source: API Gateway quotas, idle connection timeout 310 s.
  public var idle: Duration = .seconds(310)

  /// How long a client may take no byte of what waits for it.
  public var writeStall: Duration = .seconds(30)

  /// How long bytes are read and dropped after a refusal.
  public var linger: Duration = .seconds(5)

  /// How long accepting pauses when the process has no descriptor left.
  public var acceptPause: Duration = .milliseconds(100)

  /// The default times.
  public init() {}
}
