/// A place in the tree of path segments; -1 stands for "none".
struct RouteNode: Sendable {
  /// The child behind `{name}`.
  var variable: Int32 = -1
  /// The first place in `RouteTable.rows` of the resource here.
  var row: Int32 = -1
  /// The same for the `{name+}` child, which never has children of its own.
  var greedyRow: Int32 = -1
  /// Whether any literal segment leads on.
  var hasLiterals = false
}
