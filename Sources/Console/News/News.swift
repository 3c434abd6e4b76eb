import GatewayModel
public import Terminal

/// What has just happened: the toast, the newest journal lines, and the rows that others changed.
public struct News: Sendable {
  /// How long a toast stays.
  public static let toastMilliseconds: Int64 = 6_000
  /// How long a row stands out that somebody else changed.
  public static let flashMilliseconds: Int64 = 2_000
  /// Journal lines kept for the strip.
  public static let limitLines = 8
  /// Rows that stand out at once; a bulk change by others flashes no more than these.
  public static let limitFlashes = 512

  /// The last thing the console itself has to tell.
  public private(set) var toast: Toast?
  /// The newest lines of the journal, oldest first.
  public private(set) var lines: [HistoryLine] = []
  private var toastEnd: Int64 = 0
  private var flashEnds: [EntityRef: Int64] = [:]

  /// Nothing yet.
  init() {}

  /// Shows a toast for some seconds.
  mutating func show(_ toast: Toast, at milliseconds: Int64) {
    self.toast = toast
    toastEnd = milliseconds + Self.toastMilliseconds
  }

  /// Takes the toast away.
  mutating func dismissToast() { toast = nil }

  /// Takes in lines of the journal.
  mutating func take(_ changes: [WorldChange], at milliseconds: Int64) {
    lines = (lines + changes.map(\.line)).suffix(Self.limitLines)
    for change in changes where !change.isOwn {
      for ref in change.line.refs where flashEnds.count < Self.limitFlashes {
        flashEnds[ref] = milliseconds + Self.flashMilliseconds
      }
    }
  }

  /// True for an entity that somebody else has just changed.
  func isFlashing(_ ref: EntityRef) -> Bool { flashEnds[ref] != nil }

  /// Forgets what has been shown for long enough.
  mutating func expire(at milliseconds: Int64) {
    if toast != nil, toastEnd <= milliseconds { toast = nil }
    if !flashEnds.isEmpty { flashEnds = flashEnds.filter { $0.value > milliseconds } }
  }
}
