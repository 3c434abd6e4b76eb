/// Every kind of reason why a workspace cannot be used.
public enum WorkspaceErrorCode: String, Sendable, Hashable, CaseIterable {
  /// There is no workspace there.
  case notFound
  /// The folder cannot be used: owner, mode, links, kind of file system, access.
  case cannotOpen
  /// Another process holds the journal's lock.
  case locked
  /// It was opened for reading, or the disk is read-only.
  case readOnly
  /// The disk is full.
  case diskFull
  /// The disk failed.
  case inputOutput
  /// A sync failed, so nothing is acknowledged until the journal is opened again.
  case poisoned
  /// The journal is damaged, or not what it was.
  case damaged
  /// A newer version of this program has written it.
  case newerVersion
  /// More foreign changes wait than are kept in memory.
  case behind
  /// A part of the past was asked for that the journal does not hold.
  case noSuchLine
}
