import GatewayModel

/// An event with the line it takes the place of.
///
/// The back pointer makes every entity's past a linked list through the journal: what an entity was
/// before a change is found by reading one line, however long the journal is.
struct RecordedEvent: Sendable, Hashable {
  /// What happened.
  var event: Event
  /// The line that last changed the entity before; nil when the entity did not exist.
  var replaced: Sequence64?

  /// An event and the line it supersedes.
  init(_ event: Event, replaced: Sequence64? = nil) {
    self.event = event
    self.replaced = replaced
  }
}
