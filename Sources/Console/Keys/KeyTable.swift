import Terminal

/// Every key of the console.
///
/// A feature adds its rows as an extension in a file of its own and names them here: footer, help,
/// palette, menus and dispatch follow.
public enum KeyTable {
  /// All rows, in the order help and palette show them.
  public static let rows: [KeyBinding] =
    moving + arrows + looking + finding + marking + keyActions + planActions + methodActions
    + stageActions + forms + deploying + screens
    + copying + undoing + program + dialogs

  /// The rows of an action, by its name; several when its keys depend on the scope.
  public static let byAction: [ActionID: [KeyBinding]] = Dictionary(grouping: rows, by: \.action)

  private static let byScope: [KeyScope: [KeyBinding]] = {
    var found: [KeyScope: [KeyBinding]] = [:]
    for row in rows { for scope in row.scopes { found[scope, default: []].append(row) } }
    return found
  }()

  /// The rows of one scope.
  public static func rows(in scope: KeyScope) -> [KeyBinding] { byScope[scope] ?? [] }

  /// The rows that count in some scopes, the innermost first, without those whose every key an
  /// inner scope has taken.
  public static func rows(in scopes: [KeyScope]) -> [KeyBinding] {
    var taken: Set<KeySequence> = []
    var seen: Set<ActionID> = []
    var found: [KeyBinding] = []
    for scope in scopes {
      for row in rows(in: scope) where seen.insert(row.action).inserted {
        if !row.keys.isEmpty, taken.isSuperset(of: row.keys) { continue }
        found.append(row)
        taken.formUnion(row.keys)
      }
    }
    return found
  }

  /// What some presses mean in scopes, the innermost first.
  static func match(_ typed: [KeyEvent], in scopes: [KeyScope]) -> KeyMatch {
    for scope in scopes {
      let rows = rows(in: scope)
      if let row = rows.first(where: { $0.keys.contains { $0.keys == typed } }) {
        return .binding(row)
      }
      if rows.contains(where: { $0.keys.contains { $0.isBegun(by: typed) } }) { return .begun }
    }
    return .nothing
  }
}
