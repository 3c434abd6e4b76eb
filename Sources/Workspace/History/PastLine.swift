import GatewayModel
import Journal

/// A line of the past with the back pointers of its events.
struct PastLine {
  var sequence: Sequence64
  var time: Timestamp
  var actor: Actor
  var surface: Surface
  var record: TransactionRecord

  /// Reads a line.
  init(_ line: JournalLine) throws(WorkspaceError) {
    sequence = line.sequence
    time = Timestamp(microseconds: line.time.microseconds)
    actor = Actor(line.actor)
    surface = Surface(rawValue: line.surface)
    record = try TransactionRecord(line)
  }

  /// The line as it was applied.
  var change: Change {
    Change(
      sequence: sequence, time: time, actor: actor, surface: surface,
      correction: record.correction, events: record.events.map(\.event))
  }

  /// Each entity's first back pointer and last event, in the line's order.
  var entities: [(ref: EntityRef, replaced: Sequence64?, after: Entity?)] {
    var places: [EntityRef: Int] = [:]
    var entities: [(ref: EntityRef, replaced: Sequence64?, after: Entity?)] = []
    for recorded in record.events {
      let ref = recorded.event.ref
      let after: Entity? = if case .put(let entity) = recorded.event { entity } else { nil }
      if let place = places[ref] {
        entities[place].after = after
      } else {
        places[ref] = entities.count
        entities.append((ref, recorded.replaced, after))
      }
    }
    return entities
  }
}
