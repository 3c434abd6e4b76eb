internal import CSystem

/// What the kernel says about a watched file descriptor.
public struct Readiness: OptionSet, Sendable {
  /// The bits in the kernel's values.
  public let rawValue: UInt32

  /// Makes a readiness from raw bits.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// There is something to read, or the end of the stream.
  public static let readable = Readiness(rawValue: UInt32(KS_EPOLL_READABLE))

  /// There is room to write.
  public static let writable = Readiness(rawValue: UInt32(KS_EPOLL_WRITABLE))

  /// The peer shut down its writing side; reported only to those interested.
  public static let peerClosed = Readiness(rawValue: UInt32(KS_EPOLL_PEER_CLOSED))

  /// Both directions are closed.
  public static let hangup = Readiness(rawValue: UInt32(KS_EPOLL_HANGUP))

  /// The descriptor is in an error state, such as a reset connection.
  public static let error = Readiness(rawValue: UInt32(KS_EPOLL_ERROR))
}
