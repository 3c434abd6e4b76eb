import ControlPlane
import DataPlane
import EventLoop
import Foundation
import GatewayModel
import Synchronization

/// The control plane on a thread of its own, since it waits for the disk and the gateway never does.
final class ControlThread: Sendable {
  private struct State: Sendable {
    var started: Result<String, any Error>?
    var stop: (@Sendable () -> Void)?
    var isDone = false
  }

  private let state = Mutex(State())
  private let changed = NSCondition()

  private init() {}

  /// Starts it and waits until it listens.
  ///
  /// - Parameters:
  ///   - directory: The workspace's folder.
  ///   - address: Where to listen.
  ///   - authenticator: Makes what knows callers, on the new thread.
  ///   - log: Takes lines for an operator, from the new thread.
  /// - Throws: Why the workspace or the address cannot be used.
  static func start(
    directory: String, address: GatewayAddress,
    authenticator: @escaping @Sendable () throws -> any RequestAuthenticator,
    log: @escaping @Sendable (String) -> Void
  ) throws -> ControlThread {
    let control = ControlThread()
    let thread = Thread {
      control.run { loop in
        var randomNumbers = SystemRandomNumberGenerator()
        let tester = try MethodTester(loop: loop, randomNumbers: &randomNumbers)
        return try ControlPlaneServer(
          loop: loop, workspaceDirectory: directory, host: address.host, port: address.port,
          authenticator: try authenticator(),
          environment: ControlPlaneEnvironment(now: ProcessEdges.now, log: log) {
            (call, api, completion) throws(CommandError) in
            try tester.test(call, of: api, completion: completion)
          })
      }
    }
    thread.name = "keystile-control"
    thread.start()
    control.wait { $0.started != nil }
    _ = try control.state.withLock { try $0.started?.get() }
    return control
  }

  /// The control plane's address.
  var url: String {
    state.withLock { state in (try? state.started?.get()) ?? "" }
  }

  /// Asks it to finish what is in flight and end; asked again, it ends at once.
  func stop() {
    state.withLock { $0.stop }?()
  }

  /// Waits for its end.
  func waitForEnd() {
    wait { $0.isDone }
  }

  private func run(_ make: (EventLoop) throws -> ControlPlaneServer) {
    do {
      let loop = try EventLoop()
      let server = try make(loop)
      let box = LoopBound(server, loop: loop)
      let remote = loop.remote
      change { state in
        state.started = .success(server.url)
        state.stop = { remote.execute { loop in box.value(on: loop).stop { loop.stop() } } }
      }
      try loop.run()
      server.close()
      change { $0.isDone = true }
    } catch {
      change { state in
        if state.started == nil { state.started = .failure(error) }
        state.isDone = true
      }
    }
  }

  private func wait(until condition: (State) -> Bool) {
    changed.lock()
    defer { changed.unlock() }
    while !state.withLock({ condition($0) }) { changed.wait() }
  }

  private func change(_ body: (inout sending State) -> Void) {
    changed.lock()
    state.withLock { body(&$0) }
    changed.broadcast()
    changed.unlock()
  }
}
