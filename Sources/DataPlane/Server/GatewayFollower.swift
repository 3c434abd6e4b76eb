import EventLoop
import Workspace

/// Keeps a gateway up with its workspace.
///
/// Runs on the gateway's loop: a change arrives as events that touch what changed, between two requests.
/// The first one is taken over at once; after it the gateway does not listen for a moment, so that a program
/// that writes thousands of changes a second wakes it for handfuls of them. What cannot be read is reported
/// once and the gateway goes on with what it has: a damaged journal must not take traffic down.
final class GatewayFollower {
  private let gateway: Gateway
  private let workspace: Workspace
  private let loop: EventLoop
  private let log: (String) -> Void
  private let descriptor: Int32
  private var timer: LoopTimer?
  private var rest: LoopTimer?
  private var isInTrouble = false

  init(
    gateway: Gateway, workspace: Workspace, loop: EventLoop, log: @escaping (String) -> Void
  ) throws {
    self.gateway = gateway
    self.workspace = workspace
    self.loop = loop
    self.log = log
    descriptor = try workspace.followDescriptor()
    try loop.register(descriptor, interest: .readable) { [unowned self] _ in notified() }
    rest = loop.makeTimer { [unowned self] in listen(true) }
    // Notifications are hints; a lost one must not last.
    timer = loop.schedule(every: .seconds(1)) { [unowned self] in catchUp() }
  }

  /// How long changes may pile up after one was taken over: far below what a person notices, far above
  /// what a change costs its writer.
  static let restInterval: Duration = .milliseconds(2)

  private func notified() {
    _ = try? workspace.drainNotifications()
    catchUp()
    listen(false)
    rest?.arm(after: Self.restInterval)
  }

  /// If the kernel refuses, either it goes on listening, or the timer of every second remains.
  private func listen(_ isListening: Bool) {
    try? loop.modify(descriptor, interest: isListening ? .readable : [])
  }

  private func catchUp() {
    do throws(WorkspaceError) {
      let news = try workspace.catchUp()
      for change in news.changes { gateway.apply(change.events) }
      isInTrouble = false
      if news.mayHaveMore { loop.atEndOfTurn { [weak self] in self?.catchUp() } }
    } catch {
      if !isInTrouble { log("the journal cannot be followed; serving what was read: \(error)") }
      isInTrouble = true
    }
  }
}
