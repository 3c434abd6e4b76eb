import ControlPlane
import EventLoop
import Foundation
import GatewayModel
import HTTPServer
import Journal
import RequestSigning
import Synchronization
import TestSupport
import Testing
import Workspace

/// Seconds that server and signers share and a test puts forward.
final class FuzzClock: Sendable {
  private let current = Atomic<Int64>(1_795_000_000)

  var seconds: Int64 { current.load(ordering: .relaxed) }

  func advance() { current.add(1, ordering: .relaxed) }
}

/// A control plane that asks for signatures, on a loop thread of its own, with ids from a seed.
final class FuzzServer: Sendable {
  let clock = FuzzClock()
  let port: UInt16
  private let folder: TemporaryDirectory
  private let credential: SigningCredential
  private let remote: EventLoopRemote
  private let ended = DispatchSemaphore(value: 0)

  init(seed: UInt64) throws {
    folder = try TemporaryDirectory()
    let directory = "\(folder.path)/w"
    _ = try Workspace.open(at: directory)
    let made = try AccessStore(workspacePath: directory)
      .create(actor: Actor("fuzz"), time: Timestamp(seconds: 0))
    credential = SigningCredential(accessKeyID: made.id, secret: made.secret)
    let outcome = Mutex<Result<(EventLoopRemote, UInt16), any Error>?>(nil)
    let (started, ended, clock) = (DispatchSemaphore(value: 0), ended, clock)
    let worker = Thread {
      do {
        let loop = try EventLoop()
        let server = HTTPServer(
          loop: loop, handler: try Self.plane(loop, directory, clock: clock, seed: seed))
        let port = try server.listen()
        outcome.withLock { $0 = .success((loop.remote, port)) }
        started.signal()
        try loop.run()
        server.close()
      } catch {
        outcome.withLock { if $0 == nil { $0 = .failure(error) } }
        started.signal()
      }
      ended.signal()
    }
    worker.stackSize = 8 << 20
    worker.start()
    started.wait()
    (remote, port) = try #require(try outcome.withLock { try $0?.get() })
  }

  deinit {
    remote.execute { $0.stop() }
    ended.wait()
  }

  /// Signs what the server accepts.
  func sign(_ request: inout RawRequest, service: ControlService = .apiGateway) {
    RequestSigner(credential: credential, region: "us-east-1", service: service.rawValue)
      .sign(&request, at: SigningTime(seconds: clock.seconds))
  }

  /// Signs what the server refuses: right in form, with a secret that is not the access key's.
  func signWrongly(_ request: inout RawRequest) {
    let wrong = SigningCredential(accessKeyID: credential.accessKeyID, secret: "guessed")
    RequestSigner(credential: wrong, region: "us-east-1", service: "apigateway")
      .sign(&request, at: SigningTime(seconds: clock.seconds))
  }

  /// The workspace as another process reads it.
  func openReader() throws -> Workspace {
    try Workspace.open(at: "\(folder.path)/w", options: WorkspaceOptions(access: .readOnly))
  }

  /// What is wrong with the journal, or nil.
  func journalProblem() throws -> (any Error)? {
    try FileJournal.verify("\(folder.path)/w").firstProblem
  }

  private static func plane(
    _ loop: EventLoop, _ directory: String, clock: FuzzClock, seed: UInt64
  ) throws -> ControlPlane {
    var options = WorkspaceOptions()
    options.identifiers = SeededIdentifiers(seed: seed)
    let now = { Timestamp(seconds: clock.seconds) }
    options.now = now
    return ControlPlane(
      loop: loop, workspace: try Workspace.open(at: directory, options: options),
      authenticator: SignatureAuthenticator(
        workspaceDirectory: directory, now: now, log: { Issue.record("\($0)") }),
      boundHost: "127.0.0.1", environment: ControlPlaneEnvironment(now: now, log: { _ in }))
  }
}
