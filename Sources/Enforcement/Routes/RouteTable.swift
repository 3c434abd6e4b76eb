public import GatewayModel

/// The routes of one deployment, compiled so that matching reads bytes and allocates nothing.
///
/// The most specific resource is found first, then its method: a literal segment wins over `{name}`,
/// that over `{name+}`, and a branch that leads nowhere is left for the next. A verb the resource lacks
/// is not looked for at a less specific resource, so adding a resource can never hand its other verbs
/// to a neighbour with weaker rules.
/// Source: API Gateway developer guide, "Set up a proxy integration with a proxy resource"; the
/// README's list of decisions for what AWS leaves open.
public final class RouteTable: Sendable {
  /// All methods, in the order of the snapshot; `RouteMatch` points into it.
  public let methods: [RouteMethod]
  let nodes: ContiguousArray<RouteNode>
  let edges: ContiguousArray<RouteEdge>
  let literals: ContiguousArray<UInt8>
  let edgeIndex: ByteIndex
  /// A row of `HTTPVerb.allCases.count` method numbers for each node that is a resource.
  let rows: ContiguousArray<Int32>
  /// `apiKeyRequired` of each method, apart so that a request touches one byte of it.
  let keyRequirements: ContiguousArray<Bool>

  /// Compiles the routes of a snapshot.
  ///
  /// - Complexity: linear in the number of path segments of all routes.
  public init(_ snapshot: ApiSnapshot) {
    var builder = RouteTableBuilder()
    for route in snapshot.routes { builder.add(route) }
    methods = builder.methods
    nodes = builder.nodes
    edges = builder.edges
    literals = builder.literals
    edgeIndex = builder.edgeIndex
    rows = builder.rows
    keyRequirements = ContiguousArray(methods.map(\.method.apiKeyRequired))
  }

  /// The method that answers a request.
  ///
  /// - Parameters:
  ///   - path: The canonical path below the stage.
  ///   - verb: The request's verb; nil for one that no method can have.
  /// - Complexity: at most one visit of each node of the table, one of each segment of the path when
  ///   no branch leads nowhere.
  public func match(_ path: CanonicalPath, verb: HTTPVerb?) -> RouteMatch {
    guard let row = row(for: path) else { return .noResource }
    guard let verb else { return .noMethod }
    let method = rows[row + Int(verb.rawValue)]
    guard method < 0 else { return .method(Int(method)) }
    return method == Self.noMethod ? .noMethod : .closed(Self.place(ofClosed: method))
  }

  /// What stands in a row for a verb without a method.
  static let noMethod: Int32 = -1

  /// What stands in a row for a method that nobody may call; below `noMethod`, so that the methods that
  /// are called are told by their sign alone.
  static func closed(_ place: Int) -> Int32 { -2 - Int32(place) }

  private static func place(ofClosed number: Int32) -> Int { -2 - Int(number) }

  /// Whether a method requires a key.
  func requiresKey(_ method: Int) -> Bool { keyRequirements[method] }

  /// The verbs the resource at a path answers; empty if there is no such resource.
  public func verbs(at path: CanonicalPath) -> [HTTPVerb] {
    guard let row = row(for: path) else { return [] }
    return HTTPVerb.allCases.filter { rows[row + Int($0.rawValue)] != Self.noMethod }
  }

  private func row(for path: CanonicalPath) -> Int? {
    guard path.refusal == nil, !path.hasEmptySegment else { return nil }
    let row = find(path.bytes, from: 0, at: 0)
    return row < 0 ? nil : Int(row)
  }

  /// The row of the resource that matches the rest of a path, or -1.
  ///
  /// - Parameters:
  ///   - node: Where the part before `start` has led.
  ///   - start: The offset of a slash, or the end of the path.
  private func find(_ path: UnsafeRawBufferPointer, from node: Int32, at start: Int) -> Int32 {
    let here = nodes[Int(node)]
    guard start < path.count else { return here.row }
    var end = start + 1
    while end < path.count, path[end] != Byte.slash { end += 1 }
    let segment = UnsafeRawBufferPointer(rebasing: path[(start + 1)..<end])
    if here.hasLiterals {
      let child = child(of: node, segment)
      if child >= 0 {
        let row = find(path, from: child, at: end)
        if row >= 0 { return row }
      }
    }
    if here.variable >= 0 {
      let row = find(path, from: here.variable, at: end)
      if row >= 0 { return row }
    }
    return here.greedyRow
  }

  private func child(of node: Int32, _ segment: UnsafeRawBufferPointer) -> Int32 {
    let hash = RawHash.of(segment, seed: UInt64(truncatingIfNeeded: node))
    let edge = edgeIndex.find(hash) { candidate in
      let edge = edges[Int(candidate)]
      return edge.parent == node && literals.equals(segment, at: edge.start, count: edge.count)
    }
    return edge < 0 ? -1 : edges[Int(edge)].child
  }
}
