import GatewayModel

extension History {
  /// The last names of entities that lines refer to and that are gone since.
  ///
  /// - Parameter naming: Knows what there still is.
  /// - Complexity: a reading of the journal for each, nearly all of it only searched.
  func namesOfDeleted(
    in entries: [HistoryEntry], naming: @escaping (EntityRef) -> String?
  ) throws(WorkspaceError) -> [EntityRef: String] {
    let misses = UnknownNames()
    for entry in entries {
      _ = entry.summary { ref in
        if let name = naming(ref) { return name }
        misses.note(ref)
        return nil
      }
    }
    var names: [EntityRef: String] = [:]
    for ref in misses.refs.prefix(WorkspaceLimits.historyPageLostNames) {
      names[ref] = try lastName(of: ref)
    }
    return names
  }

  /// What an entity was called last, by the newest line that changed it.
  private func lastName(of ref: EntityRef) throws(WorkspaceError) -> String? {
    let change = try page(limit: 1, filter: HistoryFilter(only: ref)).entries.first?.changes
      .first { $0.ref == ref }
    return (change?.after ?? change?.before)?.displayName
  }
}

/// Collects what a summary asked the name of in vain.
private final class UnknownNames {
  private(set) var refs: [EntityRef] = []

  func note(_ ref: EntityRef) {
    if !refs.contains(ref) { refs.append(ref) }
  }
}
