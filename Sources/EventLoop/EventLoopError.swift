internal import Glibc

/// Why the event loop could not do what it was asked to.
public struct EventLoopError: Error, Equatable, CustomStringConvertible {
  /// The operation that failed.
  public enum Operation: String, Sendable {
    /// Making the loop's own descriptors.
    case create
    /// Starting to watch a descriptor.
    case register
    /// Changing the interest in a descriptor.
    case modify
    /// Waiting for events.
    case wait
    /// Taking over a signal.
    case watchSignal
  }

  /// What was tried.
  public let operation: Operation

  /// The system's error number, such as `EPERM` for a regular file, which epoll cannot watch.
  public let errno: Int32

  /// The operation with the system's own words for the error.
  public var description: String {
    "event loop: \(operation.rawValue): \(String(cString: strerror(errno)))"
  }
}
