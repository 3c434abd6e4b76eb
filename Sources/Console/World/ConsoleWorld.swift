public import Doctor
public import GatewayModel

/// All that the console may ask of the outside.
///
/// The program implements it over the workspace, the usage table and the decision ring; tests
/// implement it in memory. Everything here answers at once from memory: what takes time is an
/// `Effect` and comes back as a `ConsoleEvent`.
public protocol ConsoleWorld {
  /// The configuration as of now.
  ///
  /// Borrowed for one event or one frame and never stored: a copy that is kept makes the owner's
  /// next change cost time that grows with the workspace.
  var state: GatewayState { get }
  /// The moment, for what is shown as a time of day.
  var now: Timestamp { get }
  /// A clock that never goes back, in milliseconds, for everything that lasts.
  var monotonicMilliseconds: Int64 { get }
  /// Where the console is and how things stand there.
  var status: WorkspaceStatus { get }
  /// What the terminal can show.
  var capabilities: ConsoleCapabilities { get }
  /// What undo would take back, nil when there is nothing.
  var undoable: HistoryLine? { get }
  /// What redo would bring back, nil when there is nothing.
  var redoable: HistoryLine? { get }
  /// What the doctor may know besides the configuration.
  var observations: Observations { get }
  /// Rises when `observations` has learned something that came late, read away from the screen.
  var observationsVersion: Int { get }

  /// What a key has used of a plan so far; zeros when nothing was counted.
  func usage(of key: PlanKeyID) -> UsageReading
  /// What was counted today of keys where none of their plans took part: the key is in none, or in
  /// none that opens the stage it was sent to. Keys without such requests are absent.
  var usageOutsidePlans: [ApiKeyID: UsageReading] { get }
  /// The newest recorded requests of a scope, newest first.
  ///
  /// - Parameters:
  ///   - scope: Which requests.
  ///   - limit: At most so many.
  func requests(_ scope: RequestScope, limit: Int) -> [RequestRecord]
  /// Lines of the journal, newest first.
  ///
  /// - Parameters:
  ///   - entity: Only lines that changed this entity, of an API its parts too; nil for all.
  ///   - before: Only lines before this one; nil to begin with the newest.
  ///   - limit: At most so many.
  func history(of entity: EntityRef?, before: Sequence64?, limit: Int) -> [HistoryLine]
  /// The newest lines about an entity as far as they are known: for frames, which wait for nothing.
  ///
  /// What is missing is read meanwhile, and a change is told of when it has come.
  func knownHistory(of entity: EntityRef, limit: Int) -> [HistoryLine]
  /// What a command would come to now, without doing it: what forms check with as one types.
  ///
  /// - Throws: The refusal that doing it would meet.
  func preview(_ command: Command) throws(CommandError) -> Decision
}

extension ConsoleWorld {
  /// All that was counted today of a key: in each of its plans, and outside them.
  func usage(of key: ApiKeyID, _ state: GatewayState) -> UsageReading {
    (state.planIdsByKey[key] ?? []).reduce(usageOutsidePlans[key] ?? UsageReading()) {
      $0 + usage(of: PlanKeyID(usagePlanId: $1, keyId: key))
    }
  }
}
