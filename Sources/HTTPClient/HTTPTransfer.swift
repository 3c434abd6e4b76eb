import CCurl
import EventLoop

/// One request under way and its answer.
///
/// Belongs to the loop's thread, as the client does.
public final class HTTPTransfer {
  let client: HTTPClient
  let easy: UnsafeMutableRawPointer
  /// Let go of at the end, since a receiver usually holds its transfer too.
  private(set) var receiver: (any HTTPTransferReceiver)?
  let bodyIsExpected: Bool
  /// What is sent of the request's header; the library reads it until the end.
  var headers: HeaderLines?
  private var head = HTTPClientResponseHead()
  private var headBytes = 0
  private var headIsDelivered = false
  /// The body that was not sent yet, from `pendingStart`, and before it what was sent and is kept.
  private var pendingBody: [UInt8] = []
  private var pendingStart = 0
  /// Whether the verb makes no difference of once and twice.
  private let isIdempotent: Bool
  /// Whether all that was sent of the body is kept.
  private var keepsSentBody: Bool
  /// How often the request was begun to be sent.
  private var attempts = 0
  private var bodyIsComplete: Bool
  private var sendIsPaused = false
  private var receiveIsPaused = false
  private var wasFull = false
  var failure: HTTPClientError?
  /// Until the head of the answer is there, its time limit; then that of the next piece of body.
  var timer: LoopTimer?

  init(
    client: HTTPClient, easy: UnsafeMutableRawPointer, request: HTTPClientRequest,
    receiver: any HTTPTransferReceiver
  ) {
    self.client = client
    self.easy = easy
    self.receiver = receiver
    bodyIsExpected = request.body != .none
    isIdempotent = request.isIdempotent
    keepsSentBody = isIdempotent && bodyIsExpected
    bodyIsComplete = !bodyIsExpected
  }

  /// The bytes of request body that were given and not yet sent on.
  public var pendingBodyBytes: Int { pendingBody.count - pendingStart }

  /// Sends more of the request's body.
  ///
  /// - Parameter bytes: Copied; must not go over the length that was announced.
  /// - Returns: False when enough is waiting: give no more until `transferDidDrain`.
  @discardableResult
  public func send(_ bytes: UnsafeRawBufferPointer) -> Bool {
    precondition(!bodyIsComplete, "the body was declared complete")
    pendingBody.append(contentsOf: bytes)
    wasFull = pendingBodyBytes >= client.limits.pendingBodyBytes
    resumeSending()
    return !wasFull
  }

  /// Says that the request's body is complete.
  public func finishBody() {
    bodyIsComplete = true
    resumeSending()
  }

  /// Takes up receiving after a piece was left unread.
  public func resume() {
    guard receiveIsPaused else { return }
    receiveIsPaused = false
    expectBody()
    unpause()
  }

  /// Ends the transfer at once; the receiver hears `cancelled` at the end of the turn.
  public func cancel() {
    fail(HTTPClientError(.cancelled, "the transfer was cancelled"))
    client.abandon(self)
  }

  private func resumeSending() {
    guard sendIsPaused else { return }
    sendIsPaused = false
    unpause()
  }

  /// The library may call back from within, and may end the transfer there, so this is done between
  /// its own calls.
  private func unpause() {
    client.afterCallbacks { [self] in
      guard client.isUnderWay(self) else { return }
      var mask = CURLPAUSE_CONT
      if sendIsPaused { mask |= CURLPAUSE_SEND }
      if receiveIsPaused { mask |= CURLPAUSE_RECV }
      curl_easy_pause(easy, mask)
      client.collectFinished()
    }
  }

  /// Gives the other side time for the next piece of body.
  private func expectBody() {
    timer?.arm(after: client.limits.bodyStallTimeout)
  }

  /// Ends the transfer because the other side let its time pass.
  func timedOut() {
    fail(
      HTTPClientError(
        .timeout, headIsDelivered ? "the body of the answer stands still" : "no answer in time"))
    client.abandon(self)
  }

  func fail(_ error: HTTPClientError) {
    if failure == nil { failure = error }
  }

  /// Tells the receiver that it is over, and lets go of it.
  func end(_ error: HTTPClientError?) {
    let last = receiver
    receiver = nil
    last?.transfer(self, didFinish: error)
  }

  func freeHeaders() {
    headers?.deallocate()
    headers = nil
  }
}

// MARK: What the library calls

extension HTTPTransfer {
  /// Takes in one header line, which the library gives whole, with its line end.
  func receive(headerLine: UnsafeRawBufferPointer) -> Bool {
    guard !headIsDelivered else { return true }
    headBytes += headerLine.count
    guard headBytes <= client.limits.responseHeadBytes else {
      fail(HTTPClientError(.invalidResponse, "the head of the answer is too large"))
      return false
    }
    var line = headerLine
    while let last = line.last, last == 0x0A || last == 0x0D {
      line = UnsafeRawBufferPointer(rebasing: line.dropLast())
    }
    if line.first == 0x48, line.starts(with: "HTTP/".utf8) {
      head.reset(status: Self.status(in: line))
    } else if line.isEmpty {
      endHead()
    } else {
      head.append(line: line)
    }
    return true
  }

  private func endHead() {
    guard head.status >= 200 else { return }
    headIsDelivered = true
    keepsSentBody = false
    discardSentBody()
    expectBody()
    receiver?.transfer(self, didReceive: head)
  }

  private static func status(in line: UnsafeRawBufferPointer) -> Int {
    guard let space = line.firstIndex(of: 0x20), space + 3 < line.count else { return 0 }
    return line[(space + 1)...(space + 3)].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// Hands on a piece of body; false when it must come again later.
  func receive(body: UnsafeRawBufferPointer) -> Bool {
    let isTaken = receiver?.transfer(self, didReceive: body) ?? true
    receiveIsPaused = !isTaken
    if isTaken { expectBody() } else { timer?.disarm() }
    return isTaken
  }

  /// Fills the library's buffer with request body.
  ///
  /// - Returns: The bytes given, 0 at the end of the body, nil when there are none now.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int? {
    let count = min(buffer.count, pendingBodyBytes)
    if count == 0 {
      sendIsPaused = !bodyIsComplete
      return bodyIsComplete ? 0 : nil
    }
    pendingBody.withUnsafeBytes { bytes in
      buffer.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[pendingStart..<pendingStart + count]))
    }
    pendingStart += count
    if pendingStart > client.limits.resendableBodyBytes { keepsSentBody = false }
    guard pendingStart == pendingBody.count else { return count }
    discardSentBody()
    if wasFull {
      wasFull = false
      client.afterCallbacks { [self] in
        if client.isUnderWay(self) { receiver?.transferDidDrain(self) }
      }
    }
    return count
  }

  private func discardSentBody() {
    guard !keepsSentBody, pendingStart == pendingBody.count else { return }
    pendingBody.removeAll(keepingCapacity: true)
    pendingStart = 0
  }

  /// Goes back to the beginning of the body; false if that is no longer there.
  func rewind() -> Bool {
    guard keepsSentBody else { return false }
    pendingStart = 0
    return true
  }

  /// Whether the request may go out now on the connection that was found for it.
  func begin() -> Bool {
    attempts += 1
    guard attempts > 1, !isIdempotent else { return true }
    fail(
      HTTPClientError(
        .connection, "the server closed the connection, maybe after it took the request"))
    return false
  }
}
