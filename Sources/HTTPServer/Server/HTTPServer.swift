internal import CSystem
public import EventLoop
internal import Glibc

/// An HTTP/1.1 server on one event loop.
///
/// One server serves any number of listening sockets with one handler, on the loop's thread. For
/// more threads make a loop and a server in each and let them share a port.
///
/// It is strict where leniency lets two programs read one stream differently: whatever it finds
/// ambiguous in the framing of a request it refuses, and closes the connection.
public final class HTTPServer {
  /// The loop it runs on.
  public var loop: EventLoop { core.loop }

  /// The bounds it was made with.
  public var limits: HTTPServerLimits { core.limits }

  /// What it has done so far.
  public var statistics: HTTPServerStatistics { core.statistics }

  /// True from the call of `drain` on.
  public var isDraining: Bool { core.isDraining }

  let core: ServerCore
  private var listeners: [HTTPListener] = []
  private var connections: [HTTPConnection?] = []
  private var connectionsByAddress: [HTTPPeerAddress: Int] = [:]
  private var drainTimer: LoopTimer?
  private var drainCompletion: (() -> Void)?

  /// Makes a server that does not listen yet.
  ///
  /// - Parameters:
  ///   - loop: The loop whose thread uses this.
  ///   - handler: Answers the requests; held.
  ///   - limits: Bounds. The input buffer must hold the longest request line and header block.
  ///   - timeouts: How long it waits for clients.
  public init(
    loop: EventLoop, handler: any HTTPHandler, limits: HTTPServerLimits = HTTPServerLimits(),
    timeouts: HTTPServerTimeouts = HTTPServerTimeouts()
  ) {
    precondition(
      limits.requestLineBytes + limits.headerBlockBytes + 16 <= limits.inputBufferBytes,
      "the input buffer must hold a whole head")
    precondition(limits.headerCount < 256, "header indexes are 8 bits wide")
    core = ServerCore(loop: loop, handler: handler, limits: limits, timeouts: timeouts)
  }

  deinit {
    close()
  }

  // MARK: Listening

  /// Begins to accept connections.
  ///
  /// - Parameters:
  ///   - address: A numeric IPv4 or IPv6 address.
  ///   - port: 0 takes a free one.
  ///   - sharesPort: Lets servers of other threads listen on the same port; the kernel spreads the
  ///     connections (`SO_REUSEPORT`).
  /// - Returns: The port.
  /// - Throws: `HTTPServerError`.
  @discardableResult
  public func listen(
    address: String = "127.0.0.1", port: UInt16 = 0, sharesPort: Bool = false
  ) throws(HTTPServerError) -> UInt16 {
    let listener = try HTTPListener(
      server: self, address: address, port: port, sharesPort: sharesPort)
    listeners.append(listener)
    return listener.port
  }

  func accepted(_ descriptor: Int32, from peer: HTTPPeerAddress) {
    core.statistics.acceptedConnections += 1
    guard core.statistics.openConnections < limits.connections, countAddress(of: peer) else {
      return turnAway(descriptor)
    }
    let connection = HTTPConnection(server: self, descriptor: descriptor, peer: peer)
    do {
      try loop.register(descriptor, interest: .readable) { [unowned connection] in
        connection.handle($0)
      }
    } catch {
      uncountAddress(of: peer)
      return turnAway(descriptor)
    }
    core.statistics.openConnections += 1
    connection.timer = loop.makeTimer { [unowned connection] in connection.timerFired() }
    while connections.count <= Int(descriptor) { connections.append(nil) }
    connections[Int(descriptor)] = connection
    connection.settle()
  }

  /// Says 503 to a connection there is no room for. Its request is read as far as it has come, so
  /// that closing does not reset the answer away.
  private func turnAway(_ descriptor: Int32) {
    core.statistics.refusals += 1
    let refusal = HTTPRefusal.tooManyConnections
    let answer = core.handler.refusalBody(refusal)
    let output = OutputBuffer(pool: core.blocks)
    output.append("HTTP/1.1 503 Service Unavailable\r\n")
    output.append(core.dateField)
    HTTPFieldBlock(answer.headers).bytes.withUnsafeBytes { output.append($0) }
    output.append(field: "Content-Length", decimal: answer.body.count)
    output.append("Connection: close\r\n\r\n")
    answer.body.withUnsafeBytes { output.append($0) }
    let unsent = output.unsent
    _ = ks_socket_send(descriptor, unsent.baseAddress, unsent.count, nil, 0)
    output.release()
    _ = ks_socket_end_writing(descriptor)
    let buffer = core.requestBuffers.take()
    _ = ks_socket_receive(descriptor, buffer.bytes, buffer.capacity)
    core.requestBuffers.give(buffer)
    Glibc.close(descriptor)
  }

  private func countAddress(of peer: HTTPPeerAddress) -> Bool {
    guard let limit = limits.connectionsPerAddress else { return true }
    let count = connectionsByAddress[peer.withoutPort, default: 0]
    guard count < limit else { return false }
    connectionsByAddress[peer.withoutPort] = count + 1
    return true
  }

  private func uncountAddress(of peer: HTTPPeerAddress) {
    guard let count = connectionsByAddress[peer.withoutPort] else { return }
    connectionsByAddress[peer.withoutPort] = count > 1 ? count - 1 : nil
  }

  func remove(_ connection: HTTPConnection) {
    let index = Int(connection.descriptor)
    guard connections[index] === connection else { return }
    connections[index] = nil
    uncountAddress(of: connection.peer)
    core.statistics.openConnections -= 1
    if isDraining, core.statistics.openConnections == 0 { finishDraining() }
  }

  // MARK: Stopping

  /// Stops in good order: no new connections, idle ones are closed, answers in flight are finished
  /// and say `Connection: close`.
  ///
  /// - Parameters:
  ///   - limit: What is still in flight after this time is aborted.
  ///   - completion: Called once, at the end of a turn, when no connection is left.
  public func drain(within limit: Duration, completion: @escaping () -> Void) {
    precondition(!isDraining, "a server is drained once")
    core.isDraining = true
    drainCompletion = completion
    stopListening()
    drainTimer = loop.schedule(after: limit) { [unowned self] in abortConnections() }
    for connection in connections { connection?.process() }
    if core.statistics.openConnections == 0 { finishDraining() }
  }

  /// Stops at once: every connection is closed, exchanges in flight are aborted.
  public func close() {
    stopListening()
    abortConnections()
    drainTimer = nil
  }

  private func stopListening() {
    for listener in listeners { listener.close() }
    listeners = []
  }

  private func abortConnections() {
    for connection in connections { connection?.abort() }
  }

  private func finishDraining() {
    drainTimer = nil
    guard let completion = drainCompletion else { return }
    drainCompletion = nil
    loop.atEndOfTurn(completion)
  }
}
