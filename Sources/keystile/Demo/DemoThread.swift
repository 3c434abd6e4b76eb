import DataPlane
import EventLoop
import Foundation
import Synchronization

/// A thread with an event loop of its own, for a part of the demonstration.
final class DemoThread: Sendable {
  private struct State: Sendable {
    var started: Result<String, any Error>?
    var remote: EventLoopRemote?
    var isDone = false
  }

  private let state = Mutex(State())
  private let changed = NSCondition()

  private init() {}

  /// Starts a gateway on a free port of this machine and waits until it listens.
  static func gateway(directory: String) throws -> DemoThread {
    try started { loop in
      let server = try GatewayServer(
        loop: loop, workspaceDirectory: directory,
        address: GatewayAddress(host: "127.0.0.1", port: 0)
      ) { _ in }
      return (server.url, server, { server.close() })
    }
  }

  /// Starts the source of requests.
  static func traffic(_ scenario: DemoScenario, url: String) throws -> DemoThread {
    try started { loop in
      (url, try DemoTraffic(loop: loop, scenario: scenario, url: url), {})
    }
  }

  /// The gateway's address.
  var url: String {
    state.withLock { state in (try? state.started?.get()) ?? "" }
  }

  /// Ends the thread and waits for its end.
  func stop() {
    state.withLock { $0.remote }?.execute { $0.stop() }
    changed.lock()
    defer { changed.unlock() }
    while !state.withLock({ $0.isDone }) { changed.wait() }
  }

  private static func started(
    _ make: @escaping @Sendable (EventLoop) throws -> (String, AnyObject, () -> Void)
  ) throws -> DemoThread {
    let thread = DemoThread()
    let worker = Thread { thread.run(make) }
    worker.name = "keystile-demo"
    worker.start()
    thread.changed.lock()
    while thread.state.withLock({ $0.started == nil }) { thread.changed.wait() }
    thread.changed.unlock()
    _ = try thread.state.withLock { try $0.started?.get() }
    return thread
  }

  private func run(_ make: (EventLoop) throws -> (String, AnyObject, () -> Void)) {
    do {
      let loop = try EventLoop()
      let (url, object, finish) = try make(loop)
      change { state in
        state.remote = loop.remote
        state.started = .success(url)
      }
      try loop.run()
      finish()
      withExtendedLifetime(object) {}
      change { $0.isDone = true }
    } catch {
      change { state in
        if state.started == nil { state.started = .failure(error) }
        state.isDone = true
      }
    }
  }

  private func change(_ body: (inout sending State) -> Void) {
    changed.lock()
    state.withLock { body(&$0) }
    changed.broadcast()
    changed.unlock()
  }
}
