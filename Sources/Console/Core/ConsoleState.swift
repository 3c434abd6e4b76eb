public import GatewayModel
public import Terminal

/// Everything the console remembers between two events.
///
/// A value: `reduce` changes it and says what is wanted outside, `draw` paints it. It knows
/// neither a terminal nor a clock nor a file; `ConsoleWorld` answers for those. Never holds a copy
/// of the workspace's state.
public struct ConsoleState: Sendable {
  /// The terminal's columns and rows.
  public internal(set) var size: Size
  /// The full screen that is open; nil for the main one.
  public internal(set) var screen: ScreenID?
  /// The pane that has or had the keys.
  public internal(set) var focus = PaneKind.keys
  /// True while the keys go to the detail pane.
  public internal(set) var isDetailFocused = false
  /// True while the focused pane has the whole width.
  public internal(set) var isZoomed = false
  /// True while the other panes are narrowed to what belongs to the cursor's entity.
  public internal(set) var isFollowing = false
  /// What lies over the screen, the topmost last.
  public internal(set) var overlays: [any Overlay] = []
  /// The screens that have been opened.
  public internal(set) var screens: [ScreenID: any ScreenModel] = [:]
  /// What is derived from the whole configuration.
  public internal(set) var health = WorkspaceHealth()
  /// Requests per second of the keys on the screen.
  public internal(set) var samples = UsageSamples()
  /// What has just happened.
  public internal(set) var news = News()

  var panes: [PaneKind: PaneState]
  /// The cursor and the window of the detail pane.
  var detailList = ListState()
  /// The line in which a filter is typed, while it is.
  var filterField: TextField?
  /// What each screen is narrowed to.
  var screenFilters: [ScreenID: String] = [:]
  /// The key whose value is shown, and until when on the monotonic clock.
  var revealed: RevealedKey?
  /// Presses that may become a sequence.
  var pendingKeys: [KeyEvent] = []
  /// The press that is being acted on.
  var pressedKey: KeyEvent?
  /// Effects whose outcome has not come back.
  var pendingEffects: [EffectID: PendingEffect] = [:]
  /// Whether the newest thing this console did was to take something back; nil before it did
  /// anything.
  ///
  /// The world tells what can be undone and redone once it has read the journal, which a quick hand
  /// does not wait for.
  var newestIsUndo: Bool?
  /// Lines of the journal this console wrote itself since it was opened, oldest first.
  var ownLines: [Sequence64] = []
  /// Presses of undo that wait for the one under way.
  var waitingUndos = 0
  /// Actions of the palette, the last one first.
  var recentActions: [ActionID] = []
  /// Places seen, for going back and forward.
  var places = PlaceHistory()
  /// False once the user has switched the mouse off.
  var isMouseOn = true
  /// False while the terminal's window does not have the keyboard: the program may tick less often.
  public internal(set) var isAttended = true
  /// When ^C was pressed last, on the monotonic clock.
  var lastInterruptMilliseconds: Int64?
  /// The journal line the panes are as of.
  var indexedSequence: Sequence64 = 0
  private var lastEffectNumber = 0

  /// A console that has just been opened.
  ///
  /// - Parameters:
  ///   - size: The terminal's columns and rows.
  ///   - world: The outside.
  /// - Complexity: O(n log n) in the number of entities.
  public init(size: Size, world: any ConsoleWorld) {
    self.size = size
    panes = Dictionary(uniqueKeysWithValues: PaneKind.allCases.map { ($0, PaneState($0)) })
    rebuildPanes(world)
  }

  /// The least a terminal must have.
  public static let minimumSize = Size(width: 40, height: 10)

  /// The id of the next effect.
  mutating func makeEffectID() -> EffectID {
    lastEffectNumber += 1
    return EffectID(number: lastEffectNumber)
  }

  /// The pane that has or had the keys.
  var pane: PaneState {
    get { panes[focus] ?? PaneState(focus) }
    _modify {
      yield &panes[focus, default: PaneState(focus)]
    }
  }

  /// The entity actions are about: the screen's or the pane's cursor is on it.
  public var subject: EntityRef? {
    if let screen { return screens[screen]?.subject }
    return pane.cursorRef
  }

  /// The entities a change is for: the marked rows, or the one under the cursor.
  public var subjects: [EntityRef] {
    guard screen == nil else { return subject.map { [$0] } ?? [] }
    guard !isDetailFocused, !pane.marks.isEmpty else { return subject.map { [$0] } ?? [] }
    return pane.marks.sorted { "\($0)" < "\($1)" }
  }
}
