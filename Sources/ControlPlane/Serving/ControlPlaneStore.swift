public import GatewayModel
public import Workspace

/// The workspace as the control plane's thread sees it, with the orders its lists are read in.
public final class ControlPlaneStore {
  /// What operations take from outside.
  public let environment: ControlPlaneEnvironment
  /// The workspace; belongs to this thread.
  let workspace: Workspace
  /// The orders of the long lists.
  let orders: ListOrders
  private let checkpoints: BackgroundCheckpoint
  private var isCaughtUp = false
  private var isInTrouble = false

  init(workspace: Workspace, environment: ControlPlaneEnvironment) {
    self.workspace = workspace
    self.environment = environment
    orders = ListOrders()
    checkpoints = BackgroundCheckpoint(log: environment.log)
  }

  /// The configuration as of the last line taken over.
  public var state: GatewayState { workspace.state }

  /// What was counted of requests.
  public var usage: UsageStore { workspace.usage }

  /// This moment.
  public var now: Timestamp { environment.now() }

  /// Takes over what other processes wrote; once a turn is enough, since a write takes over too.
  func catchUp() {
    guard !isCaughtUp else { return }
    isCaughtUp = true
    do throws(WorkspaceError) {
      var news: CatchUp
      repeat {
        news = try workspace.catchUp()
        orders.apply(news.changes)
      } while news.mayHaveMore
      isInTrouble = false
    } catch {
      if !isInTrouble {
        environment.log("the journal cannot be followed; answering what was read: \(error)")
      }
      isInTrouble = true
    }
  }

  /// A new turn begins: what others wrote meanwhile is not known.
  func beginTurn() {
    isCaughtUp = false
  }

  /// Does a command.
  func submit(_ command: Command, actor: Actor) throws(SubmitError) -> Receipt {
    let receipt = try workspace.submit(command, actor: actor, surface: .control)
    orders.apply(receipt.changes)
    checkpoints.startIfDue(workspace)
    return receipt
  }

  /// Leaves the workspace so that the next opening is quick.
  func close() {
    checkpoints.finish(workspace)
  }
}
