/// What happened to a part of an API between two snapshots.
public enum ChangeKind: String, Sendable, Hashable, CaseIterable {
  /// Only the later snapshot has it.
  case added
  /// Only the earlier snapshot has it.
  case removed
  /// Both have it, and it differs.
  case changed
}
