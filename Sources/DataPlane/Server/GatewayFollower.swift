import EventLoop
import Workspace

/// Keeps a gateway up with its workspace.
///
/// Runs on the gateway's loop: a change arrives as events that touch what changed, between two requests.
/// What cannot be read is reported once and the gateway goes on with what it has: a damaged journal must
/// not take traffic down.
final class GatewayFollower {
  private let gateway: Gateway
  private let workspace: Workspace
  private let loop: EventLoop
  private let log: (String) -> Void
  private var timer: LoopTimer?
  private var isInTrouble = false

  init(
    gateway: Gateway, workspace: Workspace, loop: EventLoop, log: @escaping (String) -> Void
  ) throws {
    self.gateway = gateway
    self.workspace = workspace
    self.loop = loop
    self.log = log
    let descriptor = try workspace.followDescriptor()
    try loop.register(descriptor, interest: .readable) { [unowned self] _ in
      _ = try? self.workspace.drainNotifications()
      self.catchUp()
    }
    // Notifications are hints; a lost one must not last.
    timer = loop.schedule(every: .seconds(1)) { [unowned self] in catchUp() }
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
