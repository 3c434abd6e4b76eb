import GatewayModel
import Journal

extension History {
  /// Where an entity's earlier form is written.
  struct EarlierForm: Hashable {
    var ref: EntityRef
    var sequence: Sequence64
  }

  /// The entities that lines superseded, found by their back pointers in one reading.
  func entitiesBefore(
    _ lines: some Sequence<PastLine>
  ) throws(WorkspaceError) -> [EarlierForm: Entity] {
    var wanted: [Sequence64: Set<EntityRef>] = [:]
    for line in lines {
      for entity in line.entities {
        guard let replaced = entity.replaced else { continue }
        wanted[replaced, default: []].insert(entity.ref)
      }
    }
    var found: [EarlierForm: Entity] = [:]
    for (sequence, refs) in wanted.sorted(by: { $0.key < $1.key }) {
      try scanner.forEachLine(in: sequence...sequence) { line throws(WorkspaceError) in
        for recorded in try TransactionRecord(line).events {
          guard case .put(let entity) = recorded.event, refs.contains(entity.ref) else { continue }
          found[EarlierForm(ref: entity.ref, sequence: sequence)] = entity
        }
      }
    }
    return found
  }

  /// Tells a line.
  func entry(
    _ line: PastLine, befores: [EarlierForm: Entity],
    naming: @escaping (EntityRef) -> String?
  ) -> HistoryEntry {
    let changes = line.entities.map { ref, replaced, after in
      EntityChange(
        ref: ref,
        before: replaced.flatMap { befores[EarlierForm(ref: ref, sequence: $0)] },
        after: after)
    }
    var entry = HistoryEntry(
      sequence: line.sequence, time: line.time, actor: line.actor, surface: line.surface,
      correction: line.record.correction, changes: changes, summary: "")
    entry.summary = entry.summary(naming: naming)
    return entry
  }
}
