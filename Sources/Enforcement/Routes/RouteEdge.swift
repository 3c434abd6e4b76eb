/// A literal segment between two nodes.
struct RouteEdge: Sendable {
  var parent: Int32
  var child: Int32
  /// Where the segment's bytes are in `RouteTable.literals`.
  var start: Int
  var count: Int
}
