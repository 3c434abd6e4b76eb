import CCurl
import EventLoop
import Glibc

/// The library's sockets on the loop.
///
/// After each request the library lets go of its socket and takes it up again with the next. A
/// connection that was let go of stays with the loop until it is closed or something happens on it,
/// which saves two system calls a request. Only connections tell of their closing: the library's own
/// descriptors, such as the one that waits for a name to be found, leave the loop when they are let
/// go of, since their number may be a connection's the next moment.
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
    var handler: ((curl_socket_t, Readiness) -> Void)?
    var watches: [curl_socket_t: Watch] = [:]
    /// The descriptors whose closing is told by `remove`.
    var connections: Set<curl_socket_t> = []
  }

  init(loop: EventLoop) {
    self.loop = loop
  }

  /// Says who hears what happens on the sockets that the library wants watched.
  func whenReady(_ handler: @escaping (curl_socket_t, Readiness) -> Void) {
    shared.handler = handler
  }

  /// Does what the library asks about a socket.
  ///
  /// - Parameters:
  ///   - socket: A descriptor of the library's.
  ///   - interest: What to report; nil to let go of it.
  /// - Returns: 0, or −1 if the loop refuses, which fails the transfer.
  func watch(_ socket: curl_socket_t, interest: Interest?) -> Int32 {
    let current = shared.watches[socket]
    guard let interest else {
      if case .wanted(let registered) = current {
        if shared.connections.contains(socket) {
          shared.watches[socket] = .idle(registered)
        } else {
          shared.watches[socket] = nil
          loop.deregister(socket)
        }
      }
      return 0
    }
    do throws(EventLoopError) {
      switch current {
      case .wanted(let registered), .idle(let registered):
        if registered != interest { try loop.modify(socket, interest: interest) }
      case nil:
        try loop.register(socket, interest: interest) { [shared, unowned loop] readiness in
          switch shared.watches[socket] {
          case .wanted: shared.handler?(socket, readiness)
          case .idle:
            loop.deregister(socket)
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

  /// Takes note of a connection that was opened; `remove` tells of its closing.
  func add(_ socket: curl_socket_t) {
    shared.connections.insert(socket)
  }

  /// Forgets a connection that is about to be closed.
  func remove(_ socket: curl_socket_t) {
    shared.connections.remove(socket)
    if shared.watches.removeValue(forKey: socket) != nil { loop.deregister(socket) }
  }

  /// Forgets all sockets.
  func removeAll() {
    for socket in shared.watches.keys { loop.deregister(socket) }
    shared.watches.removeAll()
    shared.connections.removeAll()
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
