internal import GatewayModel

/// Collects the parts of a route table.
struct RouteTableBuilder {
  var methods: [RouteMethod] = []
  var nodes: ContiguousArray<RouteNode> = [RouteNode()]
  var edges: ContiguousArray<RouteEdge> = []
  var literals: ContiguousArray<UInt8> = []
  var edgeIndex = ByteIndex()
  var rows: ContiguousArray<Int32> = []

  /// Adds a route; where two routes match the same paths, the first keeps its verbs.
  mutating func add(_ route: SnapshotRoute) {
    let template = RouteSegment.segments(of: route.path)
    let row = row(for: template)
    for method in route.methods where method.httpMethod != "ANY" {
      guard let verb = HTTPVerb(name: method.httpMethod) else { continue }
      fill(
        row + Int(verb.rawValue),
        with: RouteMethod(route: route, method: method, template: template))
    }
    for method in route.methods where method.httpMethod == "ANY" {
      let entry = RouteMethod(route: route, method: method, template: template)
      methods.append(entry)
      for verb in HTTPVerb.allCases where isFree(row + Int(verb.rawValue)) {
        rows[row + Int(verb.rawValue)] = number(of: entry)
      }
    }
  }

  private mutating func fill(_ place: Int, with method: RouteMethod) {
    methods.append(method)
    if isFree(place) { rows[place] = number(of: method) }
  }

  private func isFree(_ place: Int) -> Bool { rows[place] == RouteTable.noMethod }

  /// What stands in a row for the method that was added last.
  private func number(of method: RouteMethod) -> Int32 {
    let place = methods.count - 1
    return method.method.asksAuthorizer ? RouteTable.closed(place) : Int32(place)
  }

  private mutating func row(for template: [RouteSegment]) -> Int {
    var node = 0
    for segment in template {
      switch segment {
      case .literal(let text): node = literalChild(of: node, text)
      case .variable: node = variableChild(of: node)
      case .greedy: return greedyRow(of: node)
      }
    }
    if nodes[node].row < 0 { nodes[node].row = newRow() }
    return Int(nodes[node].row)
  }

  private mutating func newRow() -> Int32 {
    rows.append(contentsOf: repeatElement(RouteTable.noMethod, count: HTTPVerb.allCases.count))
    return Int32(rows.count - HTTPVerb.allCases.count)
  }

  private mutating func greedyRow(of node: Int) -> Int {
    if nodes[node].greedyRow < 0 { nodes[node].greedyRow = newRow() }
    return Int(nodes[node].greedyRow)
  }

  private mutating func newNode() -> Int {
    nodes.append(RouteNode())
    return nodes.count - 1
  }

  private mutating func variableChild(of node: Int) -> Int {
    if nodes[node].variable >= 0 { return Int(nodes[node].variable) }
    let child = newNode()
    nodes[node].variable = Int32(child)
    return child
  }

  private mutating func literalChild(of node: Int, _ text: String) -> Int {
    let hash = RawHash.of(text, seed: UInt64(node))
    let known = edgeIndex.find(hash) { candidate in
      let edge = edges[Int(candidate)]
      let bytes = literals[edge.start..<(edge.start + edge.count)]
      return edge.parent == Int32(node) && bytes.elementsEqual(text.utf8)
    }
    if known >= 0 { return Int(edges[Int(known)].child) }
    let child = newNode()
    nodes[node].hasLiterals = true
    edges.append(
      RouteEdge(
        parent: Int32(node), child: Int32(child), start: literals.count, count: text.utf8.count))
    literals.append(contentsOf: text.utf8)
    edgeIndex.insert(hash, Int32(edges.count - 1))
    return child
  }
}
