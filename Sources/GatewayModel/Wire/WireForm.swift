/// Which call an entity is printed for: API Gateway leaves other members out for each.
///
/// Source: recorded answers of the key, plan and API operations.
public enum WireForm: Sendable, Hashable, CaseIterable {
  /// The answer to a Create: tags only if there are any.
  case created
  /// The answer to a Get or Update: tags always, `{}` if there are none.
  case single
  /// A row of a list: never tags.
  case listed

  /// The tags as this form prints them, or nil to leave them out.
  func tags(_ tags: [String: String]) -> JSONValue? {
    switch self {
    case .created: tags.isEmpty ? nil : .map(tags)
    case .single: .map(tags)
    case .listed: nil
    }
  }
}
