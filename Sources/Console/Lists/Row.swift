import GatewayModel

/// A row of a pane and what it is sorted by.
struct Row: Sendable {
  let ref: EntityRef
  let key: SortKey
  /// Decides between equal keys, so that the order does not depend on dictionaries.
  let tieBreak: SortKey
}
