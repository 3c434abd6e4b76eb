/// The path of an operation, for example `/usageplans/{usagePlanId}/keys/{keyId}`.
///
/// A label's name is the SDKs' name of the member. `{name+}` at the end takes the rest of the path with
/// its slashes.
public struct PathTemplate: Sendable, Hashable, ExpressibleByStringLiteral {
  /// One segment between slashes.
  public enum Segment: Sendable, Hashable {
    /// This text.
    case literal(String)
    /// Any one segment.
    case label(String)
    /// Everything from here on.
    case rest(String)
  }

  /// The template as written.
  public let text: String
  /// Its segments; none for `/`.
  public let segments: [Segment]

  /// A template.
  public init(_ text: String) {
    self.text = text
    segments = text.split(separator: "/").map { part in
      guard part.hasPrefix("{"), part.hasSuffix("}") else { return .literal(String(part)) }
      let name = part.dropFirst().dropLast()
      return name.hasSuffix("+") ? .rest(String(name.dropLast())) : .label(String(name))
    }
  }

  /// A template written as a literal.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// The names of the labels, in order.
  public var labels: [String] {
    segments.compactMap { segment in
      switch segment {
      case .literal: nil
      case .label(let name), .rest(let name): name
      }
    }
  }

  /// The values of the labels if the template takes a path, else nil.
  ///
  /// - Parameter path: The decoded segments.
  func match(_ path: [String]) -> [(name: String, value: String)]? {
    var values: [(String, String)] = []
    for (index, segment) in segments.enumerated() {
      guard index < path.count else { return nil }
      switch segment {
      case .literal(let text):
        guard path[index] == text else { return nil }
      case .label(let name):
        guard !path[index].isEmpty else { return nil }
        values.append((name, path[index]))
      case .rest(let name):
        guard !path[index...].contains("") else { return nil }
        values.append((name, path[index...].joined(separator: "/")))
        return values
      }
    }
    return path.count == segments.count ? values : nil
  }
}
