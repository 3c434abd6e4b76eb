public import GatewayModel
public import Journal

/// A folder's configuration: state in memory, kept by a journal that any number of processes share.
///
/// The one way a change is made, whatever the surface: take the journal's lock, take over what others
/// wrote, decide on the latest state, write one line, give the lock back, apply. Belongs to one
/// thread; only receipts travel.
public final class Workspace {
  /// The configuration as of the last line taken over.
  public internal(set) var state: GatewayState
  /// The folder.
  public let directory: String
  /// What the journal found and mended when it was opened.
  public var report: RecoveryReport { journal.report }
  /// The last line taken over, with its chain: what `journal head` prints.
  public var head: JournalHead { journal.head }

  /// What was counted of requests: shared with the gateway and every other process.
  public let usage: UsageStore

  let journal: FileJournal
  let options: WorkspaceOptions
  /// Draws the names of transactions.
  var randomNumbers: any RandomNumberGenerator
  /// Changes that were applied and not handed to the owner yet.
  var pending: [Change] = []
  /// Lines up to here were made durable when the journal was opened.
  let settledSequence: Sequence64
  /// The line the newest known checkpoint includes; 0 without one.
  var checkpointSequence: Sequence64
  /// A second handle for readings of the past, opened when first needed.
  var pastReader: History?

  init(
    directory: String, options: WorkspaceOptions, journal: FileJournal, state: GatewayState,
    checkpointSequence: Sequence64
  ) {
    self.directory = directory
    self.options = options
    self.journal = journal
    self.state = state
    self.checkpointSequence = checkpointSequence
    usage = UsageStore(workspacePath: directory)
    randomNumbers = options.randomNumbers
    settledSequence = journal.head.sequence
  }

  /// The requests a key has used in the current period of a plan's quota, as decisions ask for it.
  public var usedInPeriod: (PlanKeyID) -> Int {
    usage.usedInPeriod(plans: state.plans, on: options.now().day)
  }

  /// The history of this workspace, read through a handle of its own on this thread.
  ///
  /// For a reading that must not keep this thread waiting, open a `History` on another.
  public func history() throws(WorkspaceError) -> History {
    if let pastReader { return pastReader }
    let reader = try History(directory: directory, options: options.journal)
    pastReader = reader
    return reader
  }
}
