internal import CSystem

/// What a watcher wants to hear about a file descriptor.
///
/// Errors and hang-ups are always reported; an empty interest reports only those.
public struct Interest: OptionSet, Sendable {
  /// The bits in the kernel's values, so that no table lies between this and epoll.
  public let rawValue: UInt32

  /// Makes an interest from raw bits.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// There is something to read, or the end of the stream.
  public static let readable = Interest(rawValue: UInt32(KS_EPOLL_READABLE))

  /// There is room to write.
  public static let writable = Interest(rawValue: UInt32(KS_EPOLL_WRITABLE))

  /// The peer shut down its writing side.
  ///
  /// For those who have stopped reading and must still notice that the peer went away.
  public static let peerClosed = Interest(rawValue: UInt32(KS_EPOLL_PEER_CLOSED))
}
