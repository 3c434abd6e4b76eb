/// What a change of an API may do to its callers.
public struct DiffRisk: Sendable, Hashable {
  /// What may happen.
  public var kind: DiffRiskKind
  /// The methods concerned, for example `GET /pets`, by path and verb; empty for the whole API.
  public var methods: [String]

  /// A risk.
  public init(kind: DiffRiskKind, methods: [String] = []) {
    self.kind = kind
    self.methods = methods
  }

  /// The risk in one sentence for people, naming at most three methods.
  public var summary: String {
    let isOne = methods.count == 1
    let named = methods.prefix(Self.namedMethods).joined(separator: ", ")
    let rest = methods.count - Self.namedMethods
    return kind.sentence(
      subject: rest > 0 ? "\(named) and \(rest) more" : named, isOne: isOne)
  }

  static let namedMethods = 3
}
