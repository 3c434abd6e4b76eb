public import GatewayModel
public import Journal

/// Readings of a workspace's past: who changed what, when and how; what to take back; how it was.
///
/// Reads the journal through a handle of its own and holds one page in memory. Belongs to one
/// thread, which need not be the workspace's: a long reading then keeps nobody waiting.
public final class History {
  let scanner: JournalScanner

  /// Opens the past of a workspace.
  ///
  /// - Parameters:
  ///   - directory: The workspace's folder.
  ///   - options: How its journal behaves.
  public init(
    directory: String, options: JournalOptions = JournalOptions()
  ) throws(WorkspaceError) {
    scanner = try JournalScanner(directory: directory, options: options)
  }

  /// A page of the past, newest first.
  ///
  /// - Parameters:
  ///   - before: Only lines before this one; nil begins with the newest.
  ///   - limit: Entries, 1 to `WorkspaceLimits.historyPageEntries`.
  ///   - filter: Which lines.
  ///   - naming: What people call an entity that a line only refers to, for the summaries;
  ///     `Workspace.displayName` knows. Of what it does not know, since it was deleted, the last name
  ///     is looked up; without it summaries show ids.
  /// - Complexity: linear in the bytes of the journal's segments that hold the page and what its
  ///   lines superseded, nearly all of them only checked, and once more in the whole journal's where
  ///   names are looked up; memory is that of the page.
  public func page(
    before: Sequence64? = nil, limit: Int = 50, filter: HistoryFilter = .everything,
    naming: ((EntityRef) -> String?)? = nil
  ) throws(WorkspaceError) -> HistoryPage {
    let end = if let before { before } else { try scanner.lastSequence() + 1 }
    let limit = min(max(limit, 1), WorkspaceLimits.historyPageEntries)
    guard end > 1 else { return HistoryPage(entries: [], next: nil) }
    let lines = try newest(limit + 1, in: 1...(end - 1), filter: filter)
    let wanted = lines.suffix(limit)
    let befores = try entitiesBefore(wanted)
    var entries = wanted.reversed().map {
      entry($0, befores: befores, naming: naming ?? { _ in nil })
    }
    if let naming {
      let lost = try namesOfDeleted(in: entries, naming: naming)
      for index in entries.indices where !lost.isEmpty {
        entries[index].summary = entries[index].summary { naming($0) ?? lost[$0] }
      }
    }
    return HistoryPage(
      entries: entries, next: lines.count > limit ? wanted.first?.sequence : nil)
  }

  /// One line, told; nil when there is none of that number.
  public func entry(
    at sequence: Sequence64, naming: @escaping (EntityRef) -> String? = { _ in nil }
  ) throws(WorkspaceError) -> HistoryEntry? {
    guard let line = try line(at: sequence) else { return nil }
    return entry(line, befores: try entitiesBefore([line]), naming: naming)
  }

  /// One line as it was applied; nil when there is none of that number.
  public func change(at sequence: Sequence64) throws(WorkspaceError) -> Change? {
    try line(at: sequence)?.change
  }

  /// The configuration as of a line.
  ///
  /// - Complexity: linear in the journal up to there, less what a checkpoint spares.
  public func state(at sequence: Sequence64) throws(WorkspaceError) -> GatewayState {
    try scanner.state(at: sequence)
  }

  private func line(at sequence: Sequence64) throws(WorkspaceError) -> PastLine? {
    guard sequence > 0 else { return nil }
    var found: PastLine?
    try scanner.forEachLine(in: sequence...sequence) { line throws(WorkspaceError) in
      found = try PastLine(line)
    }
    return found
  }

  /// The last lines of a stretch that a filter includes, oldest first.
  private func newest(
    _ count: Int, in range: ClosedRange<Sequence64>, filter: HistoryFilter
  ) throws(WorkspaceError) -> [PastLine] {
    var range = range
    if filter == .everything, range.count > count {
      range = (range.upperBound - Sequence64(count) + 1)...range.upperBound
    }
    var found: [PastLine] = []
    for stretch in scanner.stretches(of: range) {
      var ring = RecentItems<PastLine>(limit: count - found.count)
      try scanner.forEachLine(
        in: stretch, containingAnyOf: [filter.mark].compactMap(\.self)
      ) { line throws(WorkspaceError) in
        let past = try PastLine(line)
        let isWanted =
          filter == .everything || past.record.events.contains { filter.includes($0.event.ref) }
        if isWanted { ring.append(past) }
      }
      found = ring.items + found
      if found.count == count { break }
    }
    return found
  }
}
