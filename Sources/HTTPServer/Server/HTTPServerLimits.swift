/// The bounds of everything a client can make a server hold.
public struct HTTPServerLimits: Sendable {
  /// Longest request line, in bytes with its line end. Over it: 414.
  ///
  /// Source: API Gateway quotas, URL length 10,240 bytes (Regional); 30 more are left for method
  /// and version.
  public var requestLineBytes = 10_270

  /// Largest header block, in bytes with all line ends. Over it: 431.
  ///
  /// Source: API Gateway quotas, 10,240 bytes.
  public var headerBlockBytes = 10_240

  /// Most header fields. Over it: 431.
  public var headerCount = 100

  /// Largest body, in bytes. Over it: 413.
  ///
  /// Source: API Gateway quotas, payload size 10 MB.
  public var bodyBytes = 10_485_760

  /// Most bytes of chunk extensions in one body. Over it: 400.
  public var chunkExtensionBytes = 4_096

  /// Most bytes of trailer fields in one body. Over it: 400.
  public var trailerBytes = 4_096

  /// Longest rest of a body that is read and dropped after an early answer to keep the connection;
  /// with more left, or an unknown rest, the connection is closed.
  public var discardedBodyBytes = 65_536

  /// Most bytes read and dropped after a refusal, so that the answer is not lost in a reset.
  public var lingerBytes = 67_108_864

  /// Size of a connection's input buffer, in bytes, at most 65,535; holds a whole head and
  /// requests pipelined behind it. A connection that is idle holds none.
  public var inputBufferBytes = 32_768

  /// Unsent bytes at which a streaming response is told to pause, and pipelined requests wait.
  public var outputHighWaterBytes = 262_144

  /// Unsent bytes at which it is told to go on.
  public var outputLowWaterBytes = 65_536

  /// Most unsent bytes of a streaming response; a handler that writes on regardless of the high
  /// water mark has its connection aborted here.
  public var outputBufferBytes = 16_777_216

  /// Most open connections of this server. Over it: 503 at once.
  public var connections = 10_000

  /// Most open connections of one client address; nil for no bound. Over it: 503 at once.
  public var connectionsPerAddress: Int?

  /// Connections that may wait in the kernel to be accepted.
  public var listenBacklog = 1_024

  /// Most connections accepted in one turn of the loop, so that a flood leaves time for others.
  public var acceptsPerTurn = 64

  /// Buffers of each kind kept for the next connection when none needs them.
  public var pooledBuffers = 128

  /// The default limits.
  public init() {}
}
