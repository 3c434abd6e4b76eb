internal import EventLoop

/// What a server's connections use for every request.
///
/// Apart from the server, so that connections can hold it as a strong constant, which costs no
/// reference counting, without holding the server whose end closes them.
final class ServerCore {
  let loop: EventLoop
  let handler: any HTTPHandler
  let limits: HTTPServerLimits
  let times: ResolvedTimeouts
  let requestBuffers: RequestBufferPool
  let blocks: BlockPool
  let date: DateField
  var statistics = HTTPServerStatistics()
  var isDraining = false
  private let queue: ConnectionQueue
  private let runQueue: () -> Void

  init(
    loop: EventLoop, handler: any HTTPHandler, limits: HTTPServerLimits,
    timeouts: HTTPServerTimeouts
  ) {
    self.loop = loop
    self.handler = handler
    self.limits = limits
    times = ResolvedTimeouts(timeouts)
    requestBuffers = RequestBufferPool(limits: limits)
    blocks = BlockPool(limits: limits)
    date = DateField(clock: loop.clock)
    let queue = ConnectionQueue()
    self.queue = queue
    runQueue = { queue.run() }
  }

  /// Has a connection looked at when the turn ends.
  func enqueue(_ connection: HTTPConnection) {
    if queue.isEmpty { loop.atEndOfTurn(runQueue) }
    queue.add(connection)
  }

  /// The `Date` field for answers of this turn.
  var dateField: UnsafeRawBufferPointer { date.field(nowNanoseconds: loop.nowNanoseconds) }
}
