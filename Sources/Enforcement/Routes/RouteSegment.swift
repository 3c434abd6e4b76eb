/// A segment of a resource path.
enum RouteSegment: Sendable, Hashable {
  /// Matches itself.
  case literal(String)
  /// `{name}`: matches one segment.
  case variable(String)
  /// `{name+}`: matches one segment or more, to the end.
  case greedy(String)

  /// Reads a path part.
  init(_ part: some StringProtocol) {
    guard part.hasPrefix("{"), part.hasSuffix("}") else {
      self = .literal(String(part))
      return
    }
    let name = part.dropFirst().dropLast()
    self = name.hasSuffix("+") ? .greedy(String(name.dropLast())) : .variable(String(name))
  }

  /// The segments of a resource path; none for the root.
  static func segments(of path: String) -> [RouteSegment] {
    path.split(separator: "/").map { RouteSegment($0) }
  }

  /// The parameter the segment fills.
  var parameterName: String? {
    switch self {
    case .literal: nil
    case .variable(let name), .greedy(let name): name
    }
  }
}
