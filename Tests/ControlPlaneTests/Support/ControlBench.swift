import ControlPlane
import EventLoop
import Foundation
import GatewayModel
import HTTPServer
import Journal
import Synchronization
import TestSupport
import Testing
import Workspace

/// Lines in the order they were written, by any thread.
final class Lines: Sendable {
  private let content = Mutex<[String]>([])

  var all: [String] { content.withLock { $0 } }

  func append(_ line: String) { content.withLock { $0.append(line) } }
}

/// A clock that steps a second each time it is asked.
final class SteppingClock: Sendable {
  private let ticks = Atomic<Int64>(0)
  private let start: Timestamp

  init(start: Timestamp) { self.start = start }

  func next() -> Timestamp {
    Timestamp(seconds: start.seconds + ticks.add(1, ordering: .relaxed).newValue)
  }
}

/// A control plane on a loop thread of its own, with ids from a seed and a clock that only steps.
final class ControlBench: Sendable {
  /// The first moment of the clock.
  static let start = Timestamp(seconds: 1_700_000_000)

  let folder: TemporaryDirectory
  let port: UInt16
  /// What an operator was told.
  let log: Lines
  private let remote: EventLoopRemote
  private let ended = DispatchSemaphore(value: 0)
  private let fileSystem: SimulatedFileSystem?

  /// Starts a control plane on an empty workspace.
  ///
  /// - Parameters:
  ///   - fileSystem: Holds the journal; nil for the disk.
  ///   - authenticator: Knows callers.
  ///   - operations: What is answered.
  ///   - prepare: Changes the workspace before anyone asks.
  init(
    fileSystem: SimulatedFileSystem? = nil,
    authenticator: @escaping @Sendable () -> any RequestAuthenticator = {
      OpenAuthenticator(actor: Actor("tester"))
    },
    operations: [OperationSpec] = OperationTable.all,
    prepare: @escaping @Sendable (Workspace) throws -> Void = { _ in }
  ) throws {
    folder = try TemporaryDirectory()
    self.fileSystem = fileSystem
    let directory = fileSystem == nil ? "\(folder.path)/w" : "/w"
    let made = Mutex<Result<(EventLoopRemote, UInt16), any Error>?>(nil)
    let started = DispatchSemaphore(value: 0)
    let ended = ended
    let lines = Lines()
    log = lines
    let worker = Thread {
      do {
        let loop = try EventLoop()
        let workspace = try Workspace.open(
          at: directory, options: Self.options(fileSystem: fileSystem))
        try prepare(workspace)
        let plane = ControlPlane(
          loop: loop, workspace: workspace, authenticator: authenticator(),
          boundHost: "127.0.0.1",
          environment: ControlPlaneEnvironment(
            now: { Timestamp(seconds: Self.start.seconds + 3_600) }, log: { lines.append($0) }),
          operations: operations)
        let server = HTTPServer(loop: loop, handler: plane)
        let port = try server.listen()
        made.withLock { $0 = .success((loop.remote, port)) }
        started.signal()
        try loop.run()
        server.close()
      } catch {
        made.withLock { if $0 == nil { $0 = .failure(error) } }
        started.signal()
      }
      ended.signal()
    }
    worker.stackSize = 8 << 20
    worker.start()
    started.wait()
    (remote, port) = try #require(try made.withLock { try $0?.get() })
  }

  deinit {
    remote.execute { $0.stop() }
    ended.wait()
  }

  /// A new connection.
  func connect() throws -> RawHTTPClient { try RawHTTPClient(port: port) }

  /// A handle on the same workspace, as another process would have it.
  func openWorkspace(seed: UInt64 = 2) throws -> Workspace {
    try Workspace.open(
      at: fileSystem == nil ? "\(folder.path)/w" : "/w",
      options: Self.options(fileSystem: fileSystem, seed: seed))
  }

  static func options(
    fileSystem: SimulatedFileSystem? = nil, seed: UInt64 = 1
  ) -> WorkspaceOptions {
    var options = WorkspaceOptions()
    options.makeCertificate = { _, _ in "PEM" }
    if let fileSystem { options.journal.fileSystem = fileSystem }
    options.identifiers = SeededIdentifiers(seed: seed)
    let clock = SteppingClock(start: start)
    options.now = { clock.next() }
    return options
  }
}
