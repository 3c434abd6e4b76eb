/// Named values of a request, in the order they came: path parameters, query or header fields.
struct RequestFields: Sendable {
  /// Name and value, decoded.
  private(set) var all: [(name: String, value: String)]
  private let isCaseSensitive: Bool

  init(_ all: [(name: String, value: String)] = [], isCaseSensitive: Bool = true) {
    self.all = all
    self.isCaseSensitive = isCaseSensitive
  }

  /// The pairs of a query such as `a=1&b=x+y`.
  init(query: Substring) {
    let pairs = query.split(separator: "&").map { pair in
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (
        name: PercentEncoding.decoded(halves[0], plusIsBlank: true),
        value: halves.count > 1 ? PercentEncoding.decoded(halves[1], plusIsBlank: true) : ""
      )
    }
    self.init(pairs)
  }

  /// The last value of a name; nil if it is not there.
  func last(_ name: String) -> String? {
    all.last { isSame($0.name, name) }?.value
  }

  /// All values of a name, in their order.
  func values(_ name: String) -> [String] {
    all.filter { isSame($0.name, name) }.map(\.value)
  }

  /// Each name once, with its values, in the order of the names' first values.
  var grouped: [(name: String, values: [String])] {
    var places: [String: Int] = [:]
    var groups: [(name: String, values: [String])] = []
    for (name, value) in all {
      let key = isCaseSensitive ? name : name.lowercased()
      if let place = places[key] {
        groups[place].values.append(value)
      } else {
        places[key] = groups.count
        groups.append((name, [value]))
      }
    }
    return groups
  }

  private func isSame(_ one: String, _ other: String) -> Bool {
    isCaseSensitive ? one == other : one.lowercased() == other.lowercased()
  }
}
