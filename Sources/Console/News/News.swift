import GatewayModel
public import Terminal

/// What has just happened: the toast, the newest journal lines, and the rows that others changed.
public struct News: Sendable {
  /// How long a toast stays.
  public static let toastMilliseconds: Int64 = 6_000
  /// How long a row stands out as a whole that somebody else changed, and the line that tells of it.
  public static let flashMilliseconds: Int64 = 2_000
  /// How long such a row keeps its mark.
  public static let markMilliseconds: Int64 = 10_000
  /// Journal lines kept for the strip.
  public static let limitLines = 8
  /// Rows that stand out at once; a bulk change by others flashes no more than these.
  public static let limitFlashes = 512

  /// The last thing the console itself has to tell.
  public private(set) var toast: Toast?
  /// The newest lines of the journal, oldest first.
  public private(set) var lines: [HistoryLine] = []
  private var toastEnd: Int64 = 0
  /// The newest line that has been told of.
  private var lastSequence: Sequence64 = 0
  private var foreign: [Sequence64: Int64] = [:]
  private var changes: [EntityRef: Int64] = [:]
  private var now: Int64 = 0

  /// Nothing yet.
  init() {}

  /// Shows a toast for some seconds.
  mutating func show(_ toast: Toast, at milliseconds: Int64) {
    self.toast = toast
    toastEnd = milliseconds + Self.toastMilliseconds
  }

  /// Takes the toast away.
  mutating func dismissToast() { toast = nil }

  /// Takes in lines of the journal; one that is there already is told anew, in better words.
  mutating func take(_ told: [WorldChange], at milliseconds: Int64) {
    now = milliseconds
    for change in told {
      if let place = lines.firstIndex(where: { $0.sequence == change.line.sequence }) {
        lines[place] = change.line
      }
    }
    let new = told.filter { $0.line.sequence > lastSequence }
    lastSequence = new.last?.line.sequence ?? lastSequence
    lines = (lines + new.map(\.line)).suffix(Self.limitLines)
    for change in new where !change.isOwn {
      if foreign.count < Self.limitFlashes { foreign[change.line.sequence] = milliseconds }
      for ref in change.line.refs where changes.count < Self.limitFlashes {
        changes[ref] = milliseconds
      }
    }
  }

  /// True for an entity that somebody else has changed this moment.
  func isFlashing(_ ref: EntityRef) -> Bool {
    changes[ref].map { now - $0 < Self.flashMilliseconds } ?? false
  }

  /// True for an entity that somebody else changed a moment ago.
  func isChanged(_ ref: EntityRef) -> Bool { changes[ref] != nil }

  /// True for a line by somebody else that has just come.
  func isNew(_ line: HistoryLine) -> Bool {
    foreign[line.sequence].map { now - $0 < Self.flashMilliseconds } ?? false
  }

  /// Forgets what has been shown for long enough.
  mutating func expire(at milliseconds: Int64) {
    now = milliseconds
    if toast != nil, toastEnd <= milliseconds { toast = nil }
    if !foreign.isEmpty {
      foreign = foreign.filter { milliseconds - $0.value < Self.flashMilliseconds }
    }
    if !changes.isEmpty {
      changes = changes.filter { milliseconds - $0.value < Self.markMilliseconds }
    }
  }
}
