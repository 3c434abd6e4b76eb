/// The four panes of the main screen; the raw value is the key that leads there.
public enum PaneKind: Int, CaseIterable, Hashable, Sendable {
  case keys = 1
  case plans = 2
  case methods = 3
  case stages = 4

  /// The name in the line of tabs and on the pane's box.
  public var title: String {
    switch self {
    case .keys: "Keys"
    case .plans: "Plans"
    case .methods: "Methods"
    case .stages: "Stages"
    }
  }

  /// The scope of its keys.
  public var scope: KeyScope {
    switch self {
    case .keys: .keys
    case .plans: .plans
    case .methods: .methods
    case .stages: .stages
    }
  }

  /// The pane so many places further on, round at the ends.
  func advanced(by step: Int) -> PaneKind {
    let all = Self.allCases
    let index = (rawValue - 1 + step % all.count + all.count) % all.count
    return all[index]
  }
}
