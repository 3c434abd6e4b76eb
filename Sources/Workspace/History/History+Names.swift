import GatewayModel

extension History {
  /// The last names of entities that lines refer to and that are gone since.
  ///
  /// - Parameter naming: Knows what there still is.
  /// - Complexity: a reading of the journal for each, nearly all of it only searched.
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
    guard !unknown.isEmpty else { return [:] }
    let past = 1...(try scanner.lastSequence())
    var names: [EntityRef: String] = [:]
    for ref in unknown.prefix(WorkspaceLimits.historyPageLostNames) {
      names[ref] = try lastName(of: ref, in: past)
    }
    return names
  }

  /// What an entity was called last, by the newest line that changed it.
  private func lastName(
    of ref: EntityRef, in past: ClosedRange<Sequence64>
  ) throws(WorkspaceError) -> String? {
    guard let line = try newest(1, in: past, filter: HistoryFilter(only: ref)).first else {
      return nil
    }
    let told = entry(line, befores: try entitiesBefore([line]), naming: { _ in nil })
    let change = told.changes.first { $0.ref == ref }
    return (change?.after ?? change?.before)?.displayName
  }
}
