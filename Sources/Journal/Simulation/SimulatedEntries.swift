/// A directory's names: what programs see, and what is durable of it.
///
/// After a failed sync the changes go on waiting: they are metadata, and a file system that cannot
/// write its own journal stops rather than forgets them.
struct SimulatedEntries {
  /// One change that waits for a sync, all or nothing.
  struct Change {
    var added: (name: String, inode: Int)?
    var removed: String?
  }

  private(set) var current: [String: Int] = [:]
  private var stable: [String: Int] = [:]
  private var pending: [Change] = []

  init() {}

  /// Durable names.
  init(_ entries: [String: Int]) {
    current = entries
    stable = entries
  }

  mutating func apply(_ change: Change) {
    Self.apply(change, to: &current)
    pending.append(change)
  }

  /// Makes everything durable that did not get lost before.
  mutating func sync() {
    for change in pending { Self.apply(change, to: &stable) }
    pending = []
  }

  private static func apply(_ change: Change, to entries: inout [String: Int]) {
    if let removed = change.removed { entries[removed] = nil }
    if let added = change.added { entries[added.name] = added.inode }
  }

  /// What a power cut leaves: any of the changes since the last sync, in their order.
  func afterPowerCut(choosing choices: inout some CrashChoices) -> [String: Int] {
    var entries = stable
    for change in pending where choices.choose(below: 2) == 1 {
      Self.apply(change, to: &entries)
    }
    return entries
  }
}
