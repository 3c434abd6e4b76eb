import EventLoop
import Foundation
import HTTPServer
import Synchronization
import TestSupport
import Testing

/// A server with the test handler on a loop thread of its own, under a clock that stands still.
final class ServerHarness: Sendable {
  /// What lives on the loop's thread.
  struct Inside {
    let server: HTTPServer
    let handler: ScriptedHandler
  }

  let port: UInt16
  let clock: ManualClock
  let log: EventLog
  private let remote: EventLoopRemote
  private let inside: LoopBound<Inside>
  private let ended: DispatchSemaphore

  init(
    limits: HTTPServerLimits = HTTPServerLimits(),
    timeouts: HTTPServerTimeouts = HTTPServerTimeouts(), address: String = "127.0.0.1"
  ) throws {
    let clock = ManualClock(wallNanoseconds: 784_111_777_000_000_000)
    let log = EventLog()
    let ended = DispatchSemaphore(value: 0)
    let started = DispatchSemaphore(value: 0)
    let made = Mutex<(EventLoopRemote, LoopBound<Inside>, UInt16)?>(nil)
    Thread {
      if let loop = try? EventLoop(clock: clock) {
        let handler = ScriptedHandler(log: log)
        let server = HTTPServer(loop: loop, handler: handler, limits: limits, timeouts: timeouts)
        if let port = try? server.listen(address: address) {
          let box = LoopBound(Inside(server: server, handler: handler), loop: loop)
          made.withLock { $0 = (loop.remote, box, port) }
        }
        started.signal()
        try? loop.run()
        server.close()
      } else {
        started.signal()
      }
      ended.signal()
    }.start()
    started.wait()
    (remote, inside, port) = try #require(made.withLock { $0 })
    self.clock = clock
    self.log = log
    self.ended = ended
  }

  deinit {
    remote.execute { $0.stop() }
    ended.wait()
  }

  func connect() throws -> RawHTTPClient {
    try RawHTTPClient(port: port)
  }

  /// Runs work on the loop's thread, after everything that is ready there, and waits for it.
  @discardableResult
  func onLoop<Result: Sendable>(_ work: @escaping @Sendable (Inside) -> Result) -> Result {
    let result = Mutex<Result?>(nil)
    let done = DispatchSemaphore(value: 0)
    let inside = inside
    remote.execute { loop in
      let value = work(inside.value(on: loop))
      result.withLock { $0 = value }
      done.signal()
    }
    done.wait()
    guard let value = result.withLock({ $0 }) else { preconditionFailure("the loop has ended") }
    return value
  }

  /// Lets the loop take what has been sent to it: one turn to accept, one to read.
  func sync() {
    onLoop { _ in }
    onLoop { _ in }
  }

  /// Moves the clock and lets the loop notice.
  func advance(by duration: Duration) {
    sync()
    clock.advance(by: duration)
    sync()
  }

  var statistics: HTTPServerStatistics { onLoop { $0.server.statistics } }
}

/// What a handler saw, to be waited for without sleeping.
final class EventLog: Sendable {
  private let condition = NSCondition()
  private let lines = Mutex<[String]>([])

  var all: [String] { lines.withLock { $0 } }

  func note(_ line: String) {
    condition.lock()
    lines.withLock { $0.append(line) }
    condition.broadcast()
    condition.unlock()
  }

  /// Waits until a line has been noted; false after ten seconds.
  func wait(for line: String) -> Bool {
    let limit = Date(timeIntervalSinceNow: 10)
    condition.lock()
    defer { condition.unlock() }
    while !all.contains(line) {
      if !condition.wait(until: limit) { return all.contains(line) }
    }
    return true
  }
}
