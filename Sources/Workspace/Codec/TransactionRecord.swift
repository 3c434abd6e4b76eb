import GatewayModel

/// What one journal line says: the `ops` array as values.
struct TransactionRecord: Sendable, Hashable {
  /// Set when the line takes another one back.
  var correction: Correction?
  /// What happened, in order.
  var events: [RecordedEvent]

  /// A line's content.
  init(events: [RecordedEvent], correction: Correction? = nil) {
    self.events = events
    self.correction = correction
  }
}
