import CCurl
import EventLoop
import Glibc

/// The library's sockets on the loop.
///
/// After each request the library lets go of its socket and takes it up again with the next. A socket
/// that was let go of stays with the loop until it is closed or something happens on it, which saves
/// two system calls a request.
struct SocketTable {
  private enum Watch {
    case wanted(Interest)
    /// With the loop, but not wanted by the library now.
    case idle(Interest)
  }

  private let loop: EventLoop
  private let shared = Shared()

  /// Reached from the handlers that the loop keeps.
  private final class Shared {
    var watches: [curl_socket_t: Watch] = [:]
  }

  init(loop: EventLoop) {
    self.loop = loop
  }

  /// Does what the library asks about a socket.
  ///
  /// - Parameters:
  ///   - socket: A descriptor of the library's.
  ///   - interest: What to report; nil to let go of it.
  ///   - handler: Hears what happens while the socket is wanted.
  /// - Returns: 0, or −1 if the loop refuses, which fails the transfer.
  func watch(
    _ socket: curl_socket_t, interest: Interest?, handler: @escaping (Readiness) -> Void
  ) -> Int32 {
    let current = shared.watches[socket]
    guard let interest else {
      if case .wanted(let registered) = current { shared.watches[socket] = .idle(registered) }
      return 0
    }
    do throws(EventLoopError) {
      switch current {
      case .wanted(let registered), .idle(let registered):
        if registered != interest { try loop.modify(socket, interest: interest) }
      case nil:
        try loop.register(socket, interest: interest) { [shared, weak loop] readiness in
          switch shared.watches[socket] {
          case .wanted: handler(readiness)
          case .idle:
            loop?.deregister(socket)
            shared.watches[socket] = nil
          case nil: break
          }
        }
      }
    } catch {
      return -1
    }
    shared.watches[socket] = .wanted(interest)
    return 0
  }

  /// Forgets a socket that is about to be closed.
  func remove(_ socket: curl_socket_t) {
    if shared.watches.removeValue(forKey: socket) != nil { loop.deregister(socket) }
  }

  /// Forgets all sockets.
  func removeAll() {
    for socket in shared.watches.keys { loop.deregister(socket) }
    shared.watches.removeAll()
  }

  static func interest(of what: Int32) -> Interest? {
    switch what {
    case CURL_POLL_IN: .readable
    case CURL_POLL_OUT: .writable
    case CURL_POLL_INOUT: [.readable, .writable]
    default: nil
    }
  }

  static func events(of readiness: Readiness) -> Int32 {
    var events: Int32 = 0
    if readiness.contains(.readable) { events |= CURL_CSELECT_IN }
    if readiness.contains(.writable) { events |= CURL_CSELECT_OUT }
    return events == 0 ? CURL_CSELECT_ERR : events
  }
}
