internal import CNcurses
internal import Glibc
internal import Terminal

/// Turns reports of the mouse into events, and two quick clicks into a double click.
struct MouseDecoder {
  /// The longest time between the two clicks of a double click, in milliseconds.
  static let doubleClickMilliseconds = 400

  /// Every report asked for.
  static var mask: mmask_t {
    ks_mouse_press() | ks_mouse_release() | ks_mouse_click() | ks_mouse_secondary()
      | ks_mouse_wheel_up() | ks_mouse_wheel_down() | ks_mouse_motion() | ks_mouse_shift()
      | ks_mouse_control() | ks_mouse_alt()
  }

  /// What a report says of the buttons, whichever form it came in.
  private enum Movement {
    case press, release, click, secondary, wheelUp, wheelDown, motion
  }

  private var lastClick: (point: Point, time: Int)?
  /// Where the main button went down, while it is.
  private var pressed: Point?

  /// The event for the report that is next in ncurses' queue, nil for one without a meaning here.
  mutating func next() -> MouseEvent? {
    var report = MEVENT()
    guard getmouse(&report) == OK, let movement = Self.movement(report.bstate) else { return nil }
    var modifiers: Modifiers = []
    if report.bstate & ks_mouse_shift() != 0 { modifiers.insert(.shift) }
    if report.bstate & ks_mouse_control() != 0 { modifiers.insert(.control) }
    if report.bstate & ks_mouse_alt() != 0 { modifiers.insert(.alt) }
    return event(movement, at: Point(x: Int(report.x), y: Int(report.y)), modifiers)
  }

  /// The event for a report that ncurses left to us, nil for one without a meaning here.
  mutating func event(for report: MouseReport) -> MouseEvent? {
    guard let movement = Self.movement(report) else { return nil }
    var modifiers: Modifiers = []
    if report.code & 4 != 0 { modifiers.insert(.shift) }
    if report.code & 8 != 0 { modifiers.insert(.alt) }
    if report.code & 16 != 0 { modifiers.insert(.control) }
    return event(movement, at: Point(x: report.column - 1, y: report.row - 1), modifiers)
  }

  private static func movement(_ state: mmask_t) -> Movement? {
    let meanings: [(mmask_t, Movement)] = [
      (ks_mouse_wheel_up(), .wheelUp), (ks_mouse_wheel_down(), .wheelDown),
      (ks_mouse_secondary(), .secondary), (ks_mouse_click(), .click), (ks_mouse_press(), .press),
      (ks_mouse_release(), .release), (ks_mouse_motion(), .motion),
    ]
    return meanings.first { state & $0.0 != 0 }?.1
  }

  private static func movement(_ report: MouseReport) -> Movement? {
    let button = report.code & 3
    guard report.code & 128 == 0 else { return nil }
    if report.code & 64 != 0 {
      guard !report.isRelease, button < 2 else { return nil }
      return button == 0 ? .wheelUp : .wheelDown
    }
    if report.code & 32 != 0 { return .motion }
    switch button {
    case 0: return report.isRelease ? .release : .press
    case 2: return report.isRelease ? nil : .secondary
    default: return nil
    }
  }

  private mutating func event(
    _ movement: Movement, at point: Point, _ modifiers: Modifiers
  ) -> MouseEvent? {
    action(movement, at: point, Self.now()).map { MouseEvent($0, at: point, modifiers) }
  }

  /// A button that is let go where it went down has clicked, however long that took.
  private mutating func action(
    _ movement: Movement, at point: Point, _ time: Int
  ) -> MouseEvent.Action? {
    switch movement {
    case .wheelUp: return .wheelUp
    case .wheelDown: return .wheelDown
    case .secondary: return .secondaryClick
    case .motion: return pressed == nil ? nil : .drag
    case .press:
      pressed = point
      return .press
    case .click: return click(at: point, time)
    case .release:
      defer { pressed = nil }
      return pressed == point ? click(at: point, time) : .release
    }
  }

  private mutating func click(at point: Point, _ time: Int) -> MouseEvent.Action {
    if let last = lastClick, last.point == point,
      time - last.time <= Self.doubleClickMilliseconds
    {
      lastClick = nil
      return .doubleClick
    }
    lastClick = (point, time)
    return .click
  }

  /// Milliseconds of a clock that never goes back.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
