internal import CSystem
internal import EventLoop
internal import Glibc

/// One listening socket.
final class HTTPListener {
  let port: UInt16
  /// Not checked at run time: the server closes its listeners while it goes.
  private unowned(unsafe) let server: HTTPServer
  private let descriptor: Int32
  private var pauseTimer: LoopTimer?
  private var isOpen = true

  init(
    server: HTTPServer, address: String, port: UInt16, sharesPort: Bool
  ) throws(HTTPServerError) {
    var port = port
    let descriptor = ks_tcp_listen(
      address, &port, sharesPort ? 1 : 0, Int32(server.limits.listenBacklog))
    guard descriptor >= 0 else {
      throw HTTPServerError(address: address, port: port, errno: -descriptor)
    }
    self.server = server
    self.descriptor = descriptor
    self.port = port
    do {
      try server.loop.register(descriptor, interest: .readable) { [unowned self] _ in accept() }
    } catch {
      Glibc.close(descriptor)
      throw HTTPServerError(address: address, port: port, errno: error.errno)
    }
    pauseTimer = server.loop.makeTimer { [unowned self] in setInterest(.readable) }
  }

  deinit {
    close()
  }

  func close() {
    guard isOpen else { return }
    isOpen = false
    pauseTimer = nil
    server.loop.deregister(descriptor)
    Glibc.close(descriptor)
  }

  private func accept() {
    for _ in 0..<server.limits.acceptsPerTurn {
      var peer = ks_peer_address()
      let connection = ks_tcp_accept(descriptor, &peer)
      switch -connection {
      case EAGAIN: return
      case EMFILE, ENFILE, ENOBUFS, ENOMEM:
        // The connection stays in the backlog and would be reported without end.
        setInterest([])
        pauseTimer?.arm(after: server.core.times.acceptPause)
        return
      case 1...: continue  // This one was gone before it was accepted.
      default: server.accepted(connection, from: HTTPPeerAddress(peer))
      }
      guard isOpen else { return }
    }
  }

  private func setInterest(_ interest: Interest) {
    // Fails only for a descriptor that is not watched, which this one is until it is closed.
    try? server.loop.modify(descriptor, interest: interest)
  }
}
