import GatewayModel
import Synchronization
import TestSupport

@testable import Workspace

/// A folder that several handles are opened on, with a clock that only steps.
final class WorkspaceFixture: Sendable {
  let folder: TemporaryDirectory
  private let ticks = Atomic<Int64>(0)

  init() throws {
    folder = try TemporaryDirectory()
  }

  /// The workspace's folder; its parents are missing at first.
  var directory: String { "\(folder.path)/data/keystile" }

  func options(_ access: WorkspaceOptions.Access = .create, seed: UInt64 = 1) -> WorkspaceOptions {
    var options = WorkspaceOptions(access: access)
    options.identifiers = SeededIdentifiers(seed: seed)
    options.now = { [self] in
      let tick = ticks.add(1, ordering: .relaxed).newValue
      return Timestamp(seconds: 1_700_000_000 + tick)
    }
    return options
  }

  func open(_ access: WorkspaceOptions.Access = .create, seed: UInt64 = 1) throws -> Workspace {
    try Workspace.open(at: directory, options: options(access, seed: seed))
  }
}

extension Actor {
  static let ana = Actor("ana@here")
  static let ben = Actor("ben@there")
}

extension Workspace {
  /// Does a command as Ana through the command line.
  @discardableResult
  func run(
    _ command: Command, by actor: Actor = .ana, via surface: Surface = .cli,
    expecting: [EntityRef: Sequence64] = [:]
  ) throws -> Receipt {
    try submit(command, actor: actor, surface: surface, expecting: expecting)
  }

  /// Makes a key and returns its id.
  func makeKey(_ name: String, by actor: Actor = .ana) throws -> ApiKeyID {
    let receipt = try run(
      .createApiKey(Command.CreateApiKey(name: name, enabled: true)), by: actor)
    guard case .apiKey(let id) = receipt.subjects.first else { return "" }
    return id
  }

  /// Makes a plan and returns its id.
  func makePlan(_ name: String, rate: Double) throws -> UsagePlanID {
    let receipt = try run(
      .createUsagePlan(
        Command.CreateUsagePlan(
          name: name, throttle: ThrottleSettings(rateLimit: rate, burstLimit: 10))))
    guard case .usagePlan(let id) = receipt.subjects.first else { return "" }
    return id
  }

  /// Changes a plan's rate.
  @discardableResult
  func setRate(
    _ rate: String, of plan: UsagePlanID, by actor: Actor = .ana, via surface: Surface = .cli,
    expecting: [EntityRef: Sequence64] = [:]
  ) throws -> Receipt {
    try run(
      .updateUsagePlan(
        Command.UpdateUsagePlan(
          usagePlanId: plan, patchOperations: [.replace("/throttle/rateLimit", rate)])),
      by: actor, via: surface, expecting: expecting)
  }

  /// Undoes the actor's last change.
  @discardableResult
  func undo(by actor: Actor = .ana, via surface: Surface = .console) throws -> Receipt? {
    guard let sequence = try history().nextUndo(by: actor) else { return nil }
    return try run(try history().undoCommand(of: sequence), by: actor, via: surface)
  }

  /// Takes the actor's last undo back.
  @discardableResult
  func redo(by actor: Actor = .ana, via surface: Surface = .console) throws -> Receipt? {
    guard let sequence = try history().nextRedo(by: actor) else { return nil }
    return try run(try history().undoCommand(of: sequence), by: actor, via: surface)
  }

  func rate(of plan: UsagePlanID) -> Double? { state.plans[plan]?.throttle?.rateLimit }
}
