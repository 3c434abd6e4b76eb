public import GatewayModel

/// The routes of one deployment, compiled so that matching reads bytes and allocates nothing.
///
/// The most specific resource is found first, then its method: a literal segment wins over `{name}`,
/// that over `{name+}`, and a branch that leads nowhere is left for the next. A verb that a resource
/// with a literal last segment lacks is answered by the nearest `{name+}` beside the way to it, the
/// usual layout of CORS; one that a `{name}` or a `{name+}` lacks is answered by nobody.
/// Source: API Gateway developer guide, "Set up a proxy integration with a proxy resource"; recorded
/// answers of a greedy sibling; the README's list of decisions for what neither tells.
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
  /// A path with `//` inside reaches a greedy method alone, and that only where the path with single
  /// slashes reaches the same one: a backend that merges slashes could read it as the path of a method
  /// with stronger rules.
  /// - Parameters:
  ///   - path: The canonical path below the stage.
  ///   - verb: The request's verb; nil for one that no method can have.
  /// - Complexity: at most two visits of each node of the table, one of each segment of the path when
  ///   no branch leads nowhere and the verb is there.
  public func match(_ path: CanonicalPath, verb: HTTPVerb?) -> RouteMatch {
    guard path.refusal == nil else { return .noResource }
    let match = match(path.bytes, verb)
    guard path.hasEmptySegment else { return match }
    let isReadInOneWay = path.withSingleSlashes { self.match($0, verb) == match }
    return isReadInOneWay ? match : .noResource
  }

  private func match(_ path: UnsafeRawBufferPointer, _ verb: HTTPVerb?) -> RouteMatch {
    let row = find(path, from: 0, at: 0)
    guard row >= 0 else { return .noResource }
    guard let verb else { return .noMethod }
    let method = rows[Int(row) + Int(verb.rawValue)]
    if method >= 0 { return .method(Int(method)) }
    if method != Self.noMethod { return .closed(Self.place(ofClosed: method)) }
    guard case .greedy(let row) = besides(path, from: 0, at: 0, verb, isLiteral: false) else {
      return .noMethod
    }
    let other = rows[Int(row) + Int(verb.rawValue)]
    return other >= 0 ? .method(Int(other)) : .closed(Self.place(ofClosed: other))
  }

  /// What stands in a row for a verb without a method.
  static let noMethod: Int32 = -1

  /// What stands in a row for a method that nobody may call; below `noMethod`, so that the methods that
  /// are called are told by their sign alone.
  static func closed(_ place: Int) -> Int32 { -2 - Int32(place) }

  private static func place(ofClosed number: Int32) -> Int { -2 - Int(number) }

  /// Whether a method requires a key.
  func requiresKey(_ method: Int) -> Bool { keyRequirements[method] }

  /// The verbs that are answered at a path; empty if no resource has it.
  public func verbs(at path: CanonicalPath) -> [HTTPVerb] {
    HTTPVerb.allCases.filter { verb in
      switch match(path, verb: verb) {
      case .method, .closed: true
      case .noResource, .noMethod: false
      }
    }
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
    if here.variable >= 0, !segment.isEmpty {
      let row = find(path, from: here.variable, at: end)
      if row >= 0 { return row }
    }
    return here.greedyRow
  }

  /// What the rest of a path comes to whose resource lacks the verb.
  private enum Besides {
    /// The branch leads nowhere.
    case nothing
    /// It leads to a resource beside which nobody answers.
    case nobody
    /// It leads to a resource with a literal last segment, and no `{name+}` was found yet.
    case wanted
    /// The `{name+}` with this row has the verb.
    case greedy(Int32)
  }

  /// Goes the way of `find` once more, and back along it to the nearest greedy row with the verb.
  ///
  /// - Parameter isLiteral: Whether the last segment before `start` led on as a literal.
  private func besides(
    _ path: UnsafeRawBufferPointer, from node: Int32, at start: Int, _ verb: HTTPVerb,
    isLiteral: Bool
  ) -> Besides {
    let here = nodes[Int(node)]
    guard start < path.count else {
      return here.row < 0 ? .nothing : isLiteral ? .wanted : .nobody
    }
    var end = start + 1
    while end < path.count, path[end] != Byte.slash { end += 1 }
    let segment = UnsafeRawBufferPointer(rebasing: path[(start + 1)..<end])
    let literal = here.hasLiterals ? child(of: node, segment) : -1
    for (next, isLiteral) in [(literal, true), (here.variable, false)]
    where next >= 0 && !segment.isEmpty {
      switch besides(path, from: next, at: end, verb, isLiteral: isLiteral) {
      case .nothing: continue
      case .wanted:
        let row = here.greedyRow
        let hasVerb = row >= 0 && rows[Int(row) + Int(verb.rawValue)] != Self.noMethod
        return hasVerb ? .greedy(row) : .wanted
      case .nobody: return .nobody
      case .greedy(let row): return .greedy(row)
      }
    }
    return here.greedyRow < 0 ? .nothing : .nobody
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
