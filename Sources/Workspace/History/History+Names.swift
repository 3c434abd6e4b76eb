import GatewayModel

extension History {
  /// The last names of entities that lines refer to and that are gone since.
  ///
  /// - Parameter naming: Knows what there still is.
  /// - Complexity: a reading of the journal, nearly all of it only searched.
  func namesOfDeleted(
    in entries: [HistoryEntry], naming: @escaping (EntityRef) -> String?
  ) throws(WorkspaceError) -> [EntityRef: String] {
    var unknown: [EntityRef] = []
    for entry in entries {
      _ = entry.summary { ref in
        let name = naming(ref)
        if name == nil, !unknown.contains(ref) { unknown.append(ref) }
        return name
      }
    }
    let last = try lastLines(of: Set(unknown.prefix(WorkspaceLimits.historyPageLostNames)))
    let befores = try entitiesBefore(last.values)
    var names: [EntityRef: String] = [:]
    for (ref, line) in last {
      let change = entry(line, befores: befores, naming: { _ in nil }).changes
        .first { $0.ref == ref }
      names[ref] = (change?.after ?? change?.before)?.displayName
    }
    return names
  }

  /// The newest line that changed each of some entities.
  private func lastLines(
    of refs: Set<EntityRef>
  ) throws(WorkspaceError) -> [EntityRef: PastLine] {
    guard !refs.isEmpty else { return [:] }
    let marks = refs.compactMap { HistoryFilter(only: $0).mark }
    var last: [EntityRef: PastLine] = [:]
    for stretch in scanner.stretches(of: 1...(try scanner.lastSequence()))
    where last.count < refs.count {
      var found: [EntityRef: PastLine] = [:]
      try scanner.forEachLine(
        in: stretch, containingAnyOf: marks
      ) { line throws(WorkspaceError) in
        let past = try PastLine(line)
        for ref in past.record.events.map(\.event.ref) where refs.contains(ref) {
          found[ref] = past
        }
      }
      last.merge(found) { newer, _ in newer }
    }
    return last
  }
}
