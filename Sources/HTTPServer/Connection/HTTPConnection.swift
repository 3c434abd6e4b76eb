internal import CSystem
internal import EventLoop
internal import Glibc

/// One client connection: a machine that turns bytes into exchanges and answers into bytes.
///
/// `process()` drives it: it runs steps until one needs something from outside (bytes, an answer,
/// room in the output), and then `settle()` sends, sets interest and timer, or closes. Everything a
/// handler asks for outside `process()` is marked and done at the end of the loop's turn, so no
/// callback is ever called from within another one of the same connection.
final class HTTPConnection {
  enum Phase {
    /// Between requests, or within a head.
    case head
    /// A head is handed over, its body is being read.
    case body
    /// The request is complete, its answer may not be.
    case complete
    /// Nothing is read any more; closes when the output is sent.
    case closing
    /// The answer is sent; what the client still sends is dropped, so that no reset destroys it.
    case lingering
    case closed
  }

  enum Response {
    case none
    case head
    case streaming
    case done
  }

  /// How the end of a streamed body is told.
  enum StreamFraming {
    case chunked
    case length(remaining: Int)
    case untilClose
  }

  static let never = Int64.max

  let core: ServerCore
  /// Told of the end alone, which comes while the server is there: it closes its connections while
  /// it goes.
  unowned(unsafe) let server: HTTPServer
  let descriptor: Int32
  let peer: HTTPPeerAddress

  var phase = Phase.head
  var isProcessing = false
  var isQueued = false

  // Input: a head or its tail in `buffer`, from `inputStart` to `inputEnd`.
  var buffer: RequestBuffer?
  var inputStart = 0
  var inputEnd = 0
  /// The client has ended its side; what it sent before may still wait in the kernel.
  var isPeerClosed = false
  /// Everything it sent has been read.
  var isInputEnded = false
  var isPeerCloseReported = false

  // The exchange.
  var exchangeID: UInt64 = 0
  var isExchangeOpen = false
  var attachment: AnyObject?

  // Body of the request.
  var bodyStart = 0
  var bodyRemaining = 0
  var isBodyChunked = false
  var decoder: ChunkedBodyDecoder
  var bodyReceivedBytes = 0
  var isBodyPaused = false
  var expectsContinue = false

  // The answer.
  var response = Response.none
  var keepsAlive = false
  var omitsBody = false
  var isStatusBodiless = false
  var streamFraming = StreamFraming.chunked
  let output: OutputBuffer
  var isOutputFull = false
  var lingersAfterFlush = false
  var resetsOnClose = false

  // Time-outs, as monotonic nanoseconds.
  var timer: LoopTimer?
  var headDeadline = never
  var bodyDeadline = never
  var stallDeadline = never
  var lingerDeadline = never
  var idleDeadline = never
  var bodyWindowBytes = 0
  var stallOutstandingBytes = Int.max
  var lingeredBytes = 0

  /// What the timer is armed for: that or earlier, since moving a deadline later can wait until
  /// the timer fires.
  var armedDeadline = never

  var interest = Interest.readable

  init(server: HTTPServer, descriptor: Int32, peer: HTTPPeerAddress) {
    self.server = server
    core = server.core
    self.descriptor = descriptor
    self.peer = peer
    decoder = ChunkedBodyDecoder(limits: server.limits)
    output = OutputBuffer(pool: server.core.blocks)
  }

  var now: Int64 { core.loop.nowNanoseconds }

  func isOpen(_ id: UInt64) -> Bool { isExchangeOpen && exchangeID == id }

  var exchange: HTTPExchange { HTTPExchange(connection: self, id: exchangeID) }

  var requestView: HTTPRequestView {
    guard let buffer else { preconditionFailure("an open exchange has a buffer") }
    return HTTPRequestView(buffer.head)
  }

  // MARK: Events

  func handle(_ readiness: Readiness) {
    guard phase != .closed else { return }
    if readiness.contains(.error) || readiness.contains(.hangup) { return abort() }
    if readiness.contains(.writable) {
      process()
      guard phase != .closed else { return }
    }
    if readiness.contains(.readable) {
      read()
    } else if readiness.contains(.peerClosed) {
      isPeerClosed = true
      process()
    }
  }

  private func read() {
    if phase == .lingering { return discardInput() }
    guard wantsInput else { return settle() }
    let buffer = self.buffer ?? core.requestBuffers.take()
    self.buffer = buffer
    let count = ks_socket_receive(
      descriptor, buffer.bytes + inputEnd, buffer.capacity - inputEnd)
    if count > 0 {
      inputEnd += count
    } else if count == 0 {
      isPeerClosed = true
      isInputEnded = true
    } else if count != -Int(EAGAIN) {
      return abort()
    }
    process()
  }

  /// True if there is somebody to take bytes and room for them.
  var wantsInput: Bool {
    guard !isInputEnded else { return false }
    switch phase {
    case .head: return !isOutputFull
    case .body: return !(isBodyPaused && isExchangeOpen) && hasInputRoom
    case .complete: return hasInputRoom
    case .lingering: return true
    case .closing, .closed: return false
    }
  }

  private var hasInputRoom: Bool { buffer.map { inputEnd < $0.capacity } ?? true }

  /// Runs steps until one needs something from outside.
  func process() {
    guard !isProcessing else { return }
    isProcessing = true
    while step() {}
    isProcessing = false
    settle()
  }

  private func step() -> Bool {
    switch phase {
    case .head: return stepHead()
    case .body: return stepBody()
    case .complete: return stepComplete()
    case .closing, .lingering, .closed: return false
    }
  }

  private func stepHead() -> Bool {
    guard inputStart < inputEnd, !isOutputFull, let buffer else { return false }
    let message = buffer.bytes + inputStart
    let scanner = buffer.scanner
    switch scanner.pointee.scan(message, count: inputEnd - inputStart, limits: core.limits) {
    case .incomplete:
      if headDeadline == Self.never { headDeadline = now + core.times.head }
      return false
    case .refused(let refusal):
      refuse(refusal)
      return false
    case .complete(let start, let end):
      let refusal = buffer.head.pointee.parse(
        message + start, count: end - start, scanner: scanner.pointee, offset: start,
        limits: core.limits)
      inputStart += end
      scanner.pointee = HeadScanner()
      headDeadline = Self.never
      if let refusal {
        refuse(refusal, omitsBody: buffer.head.pointee.method == .head)
        return false
      }
      beginExchange(buffer.head)
      return true
    }
  }

  private func beginExchange(_ head: UnsafePointer<RequestHead>) {
    exchangeID += 1
    isExchangeOpen = true
    response = .none
    isPeerCloseReported = false
    keepsAlive = head.pointee.keepsAlive
    omitsBody = head.pointee.method == .head
    beginBody(head)
    core.statistics.requests += 1
    core.handler.requestReceived(exchange)
    if isExchangeOpen, phase == .complete { core.handler.requestEnded(exchange) }
  }

  private func stepComplete() -> Bool {
    if response == .done {
      phase = .head
      return true
    }
    if isPeerClosed, !isPeerCloseReported {
      isPeerCloseReported = true
      core.handler.clientClosed(exchange)
      return response == .done
    }
    return false
  }
}
