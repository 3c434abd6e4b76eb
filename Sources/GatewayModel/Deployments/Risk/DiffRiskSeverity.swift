/// How grave a risk is.
public enum DiffRiskSeverity: Int, Sendable, Hashable, CaseIterable, Comparable {
  /// Worth knowing.
  case note
  /// Callers that are served now may be refused.
  case warning
  /// What was guarded is open, or nothing is served.
  case danger

  /// Orders by gravity, the least first.
  public static func < (left: DiffRiskSeverity, right: DiffRiskSeverity) -> Bool {
    left.rawValue < right.rawValue
  }
}
