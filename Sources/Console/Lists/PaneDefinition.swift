import GatewayModel
import Terminal

/// What a pane lists: its rows, its columns and how its rows depend on the journal's events.
struct PaneDefinition: Sendable {
  /// Which rows of the pane an entity's change touches.
  enum Affected: Sendable {
    /// None.
    case nothing
    /// One, which may have come, changed or gone.
    case row(EntityRef)
    /// It cannot be said cheaply: the list is made anew.
    case all
  }

  let kind: PaneKind
  /// The columns, the one that names the row first.
  let columns: [PaneColumn]
  /// The order rows are in at first.
  let sort: TableSort
  /// The rows there are, in any order.
  let rows: @Sendable (GatewayState) -> [EntityRef]
  /// True when a row is there.
  let exists: @Sendable (EntityRef, GatewayState) -> Bool
  /// How many rows count, for the tab.
  let count: @Sendable (GatewayState) -> Int
  /// True when a plain word of a filter occurs in what names or describes a row.
  let mentions: @Sendable (Needle, EntityRef, GatewayState) -> Bool
  /// Decides between rows that sort alike.
  let tieBreak: @Sendable (EntityRef, GatewayState) -> String
  /// What a change touches.
  let affected: @Sendable (EntityRef) -> Affected

  func column(_ id: String) -> PaneColumn? { columns.first { $0.column.id == id } }

  /// The definition of a pane.
  static func of(_ kind: PaneKind) -> PaneDefinition {
    switch kind {
    case .keys: keys
    case .plans: plans
    case .methods: methods
    case .stages: stages
    }
  }
}
