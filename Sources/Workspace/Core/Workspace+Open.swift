import GatewayModel
import Journal

extension Workspace {
  /// Opens a workspace and brings its state up to the last line.
  ///
  /// - Parameters:
  ///   - directory: The folder; with `Access.create` it is made, with what is missing above it.
  ///   - options: What for, and on what it depends.
  /// - Throws: Why the folder cannot be used; nothing was changed then.
  /// - Complexity: linear in the newest checkpoint and the lines behind it.
  public static func open(
    at directory: String, options: WorkspaceOptions = WorkspaceOptions()
  ) throws(WorkspaceError) -> Workspace {
    var options = options
    let access: JournalAccess
    switch options.access {
    case .readOnly: access = .readOnly
    case .readWrite: access = .readWrite
    case .create:
      makeParents(of: directory, in: options.journal.fileSystem)
      access = .create(newIdentity: TransactionID(using: &options.randomNumbers))
    }
    let now = JournalTime(microseconds: options.now().microseconds)
    let journalOptions = options.journal
    let journal = try workspaceCall {
      try FileJournal.open(directory, for: access, options: journalOptions, now: now)
    }
    let (state, checkpointSequence) = try replay(journal)
    return Workspace(
      directory: directory, options: options, journal: journal, state: state,
      checkpointSequence: checkpointSequence)
  }

  /// The state as of the last line, from the newest usable checkpoint on.
  private static func replay(
    _ journal: FileJournal
  ) throws(WorkspaceError) -> (GatewayState, checkpointSequence: Sequence64) {
    var state = GatewayState()
    var checkpointSequence: Sequence64 = 0
    try workspaceCall {
      if let reader = try journal.openNewestCheckpoint() {
        if let kept = CheckpointCodec.state(from: reader) {
          state = kept
          checkpointSequence = reader.head.sequence
        } else {
          try journal.rewind()
        }
      }
      try journal.catchUp { line in try state.replay(line) }
    }
    return (state, checkpointSequence)
  }

  /// Makes the folders above the workspace; what cannot be made is told by opening it.
  ///
  /// A path that leaves a folder by `..` needs that folder only as a way: making it would litter.
  private static func makeParents(of directory: String, in fileSystem: any FileSystem) {
    guard !directory.split(separator: "/").contains("..") else { return }
    for (index, character) in zip(directory.indices, directory) where character == "/" {
      let parent = String(directory[..<index])
      if !parent.isEmpty { try? fileSystem.makeDirectory(parent) }
    }
  }
}

extension GatewayState {
  /// Applies a line of the past.
  mutating func replay(_ line: JournalLine) throws(WorkspaceError) {
    let record = try TransactionRecord(line)
    apply(record.events.map(\.event), sequence: line.sequence)
  }
}
