import CCurl
public import EventLoop

/// Requests to other servers, on an event loop.
///
/// The one place that knows libcurl, whose multi interface runs on the loop's own epoll: connections
/// are kept and reused, bodies stream both ways, and a side that cannot take more stops the other.
/// Redirects are not followed and proxies from the environment are not used, since a gateway calls
/// what its configuration names.
public final class HTTPClient {
  /// The bounds the client was made with.
  public let limits: HTTPClientLimits
  let loop: EventLoop
  private let multi: UnsafeMutableRawPointer
  private var sockets: SocketTable
  private var timer: LoopTimer?
  private var transfers: [UnsafeMutableRawPointer: HTTPTransfer] = [:]
  private var idleHandles: [UnsafeMutableRawPointer] = []
  /// The transfers that the library is told of at the end of the turn.
  private var starting: [HTTPTransfer] = []
  private var isInsideLibrary = false
  /// When the library asked to be called, if it did so during the call that is under way.
  private var askedMilliseconds: Int?
  private var deferred: [() -> Void] = []
  /// Where header lines are put together; kept so that they cost no memory of their own.
  var headerText: [UInt8] = []

  /// Makes a client on a loop.
  ///
  /// - Parameters:
  ///   - loop: Where everything happens; it outlives the client.
  ///   - limits: The bounds.
  /// - Throws: `unavailable` if the library cannot start.
  public init(
    loop: EventLoop, limits: HTTPClientLimits = HTTPClientLimits()
  ) throws(HTTPClientError) {
    guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let multi = curl_multi_init()
    else { throw HTTPClientError(.unavailable, "the HTTP library could not start") }
    self.loop = loop
    self.limits = limits
    self.multi = multi
    sockets = SocketTable(loop: loop)
    let this = Unmanaged.passUnretained(self).toOpaque()
    ks_curl_multi_set_socket_callback(multi) { _, socket, what, context, _ in
      guard let context else { return 0 }
      return HTTPClient.at(context).watch(socket, what: what)
    }
    ks_curl_multi_set_pointer(multi, CURLMOPT_SOCKETDATA, this)
    ks_curl_multi_set_timer_callback(multi) { _, milliseconds, context in
      guard let context else { return 0 }
      HTTPClient.at(context).setTimer(milliseconds: milliseconds)
      return 0
    }
    ks_curl_multi_set_pointer(multi, CURLMOPT_TIMERDATA, this)
    ks_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, limits.idleConnections)
    // Both go with the client. Nothing holds it weakly: that would make every reference to it slower.
    timer = loop.makeTimer { [unowned self] in act(on: CURL_SOCKET_TIMEOUT, 0) }
    sockets.whenReady { [unowned self] in act(on: $0, SocketTable.events(of: $1)) }
  }

  deinit {
    for transfer in transfers.values {
      curl_multi_remove_handle(multi, transfer.easy)
      curl_easy_cleanup(transfer.easy)
      transfer.freeHeaders()
    }
    for easy in idleHandles { curl_easy_cleanup(easy) }
    curl_multi_cleanup(multi)
    sockets.removeAll()
  }

  /// The transfers under way.
  public var transferCount: Int { transfers.count }

  /// Starts a request.
  ///
  /// - Parameters:
  ///   - request: What to send; a body is given to the transfer piece by piece.
  ///   - receiver: Hears what becomes of it; held until the end.
  /// - Throws: `invalidRequest`, `tooManyTransfers` or `unavailable`, and then nothing is heard.
  public func start(
    _ request: HTTPClientRequest, receiver: any HTTPTransferReceiver
  ) throws(HTTPClientError) -> HTTPTransfer {
    guard transfers.count < limits.transfers else {
      throw HTTPClientError(.tooManyTransfers, "\(limits.transfers) transfers are under way")
    }
    guard let easy = idleHandles.popLast() ?? makeHandle() else {
      throw HTTPClientError(.unavailable, "no memory for a transfer")
    }
    let transfer = HTTPTransfer(client: self, easy: easy, request: request, receiver: receiver)
    do {
      try transfer.configure(request)
    } catch {
      transfer.freeHeaders()
      curl_easy_cleanup(easy)
      throw error
    }
    transfers[easy] = transfer
    // The timer goes with the transfer, so it never finds it gone.
    transfer.timer = loop.schedule(after: request.timeout) { [unowned transfer] in
      if transfer.client.isUnderWay(transfer) { transfer.timedOut() }
    }
    // Later, so that the caller has its transfer before anything is heard of it.
    if starting.isEmpty { loop.atEndOfTurn { self.addStarting() } }
    starting.append(transfer)
    return transfer
  }

  /// Hands all transfers of a turn to the library, which then takes each as far as it goes.
  private func addStarting() {
    let batch = starting
    starting.removeAll()
    var running: Int32 = 0
    insideLibrary {
      for transfer in batch where isUnderWay(transfer) {
        curl_multi_add_handle(multi, transfer.easy)
      }
      curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &running)
    }
    collectFinished()
  }

  func isUnderWay(_ transfer: HTTPTransfer) -> Bool {
    transfers[transfer.easy] === transfer
  }

  /// Ends a transfer early; the receiver is told at the end of the turn.
  func abandon(_ transfer: HTTPTransfer) {
    loop.atEndOfTurn {
      guard self.isUnderWay(transfer) else { return }
      self.finish(transfer, result: CURLE_ABORTED_BY_CALLBACK)
    }
  }

  // MARK: Calls into the library

  /// Runs work outside the library's callbacks: at once, or when the outermost call returns.
  func afterCallbacks(_ work: @escaping () -> Void) {
    if isInsideLibrary { deferred.append(work) } else { work() }
  }

  private func insideLibrary(_ call: () -> Void) {
    isInsideLibrary = true
    call()
    isInsideLibrary = false
    if let asked = askedMilliseconds {
      askedMilliseconds = nil
      armTimer(milliseconds: asked)
    }
    if !deferred.isEmpty { runDeferred() }
  }

  private func runDeferred() {
    while !deferred.isEmpty {
      let work = deferred
      deferred.removeAll()
      for item in work { item() }
    }
  }

  private func act(on socket: curl_socket_t, _ events: Int32) {
    guard !isInsideLibrary else { return setTimer(milliseconds: 0) }
    var running: Int32 = 0
    insideLibrary { curl_multi_socket_action(multi, socket, events, &running) }
    collectFinished()
  }

  /// Tells the receivers of all transfers that the library has finished.
  func collectFinished() {
    var result = CURLE_OK
    while let easy = ks_curl_multi_next_done(multi, &result) {
      if let transfer = transfers[easy] { finish(transfer, result: result) }
    }
  }

  private func finish(_ transfer: HTTPTransfer, result: CURLcode) {
    insideLibrary { curl_multi_remove_handle(multi, transfer.easy) }
    transfers[transfer.easy] = nil
    transfer.timer?.disarm()
    transfer.freeHeaders()
    recycle(transfer.easy)
    let error = transfer.failure ?? HTTPClientError(result)
    transfer.end(error)
  }

  /// Keeps a handle for the next transfer, with its buffers and what all transfers set alike.
  private func recycle(_ easy: UnsafeMutableRawPointer) {
    guard idleHandles.count < limits.idleConnections else { return curl_easy_cleanup(easy) }
    idleHandles.append(easy)
  }

  private func makeHandle() -> UnsafeMutableRawPointer? {
    guard let easy = curl_easy_init() else { return nil }
    HTTPTransfer.prepare(easy, of: self)
    return easy
  }

  // MARK: What the library calls

  private func watch(_ socket: curl_socket_t, what: Int32) -> Int32 {
    sockets.watch(socket, interest: SocketTable.interest(of: what))
  }

  func didOpen(_ socket: curl_socket_t) {
    sockets.add(socket)
  }

  func willClose(_ socket: curl_socket_t) {
    sockets.remove(socket)
  }

  /// Does what the library asks about its timer.
  ///
  /// It asks several times during a call and means the last, so that alone is done, after the call.
  private func setTimer(milliseconds: Int) {
    if isInsideLibrary {
      askedMilliseconds = milliseconds
    } else {
      armTimer(milliseconds: milliseconds)
    }
  }

  private func armTimer(milliseconds: Int) {
    if milliseconds < 0 {
      timer?.disarm()
    } else {
      timer?.arm(after: .milliseconds(milliseconds))
    }
  }

  static func at(_ context: UnsafeMutableRawPointer) -> HTTPClient {
    Unmanaged<HTTPClient>.fromOpaque(context).takeUnretainedValue()
  }
}
