/// The full screens beside the main one; the raw value is the key that leads there.
public enum ScreenID: Int, CaseIterable, Hashable, Sendable {
  case usage = 5
  case trace = 6
  case history = 7
  case doctor = 8

  /// The name in the line of tabs.
  public var title: String {
    switch self {
    case .usage: "Usage"
    case .trace: "Trace"
    case .history: "History"
    case .doctor: "Doctor"
    }
  }

  /// The scope of its keys.
  public var scope: KeyScope {
    switch self {
    case .usage: .usage
    case .trace: .trace
    case .history: .history
    case .doctor: .doctor
    }
  }
}
