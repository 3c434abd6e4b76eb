internal import CNcurses
internal import Glibc
internal import Terminal

/// Turns ncurses' mouse reports into events, and two quick presses into a double click.
struct MouseDecoder {
  /// The longest time between the presses of a double click, in milliseconds.
  static let doubleClickMilliseconds = 400

  /// Every report asked for.
  static var mask: mmask_t {
    ks_mouse_press() | ks_mouse_release() | ks_mouse_click() | ks_mouse_secondary()
      | ks_mouse_wheel_up() | ks_mouse_wheel_down() | ks_mouse_motion() | ks_mouse_shift()
      | ks_mouse_control() | ks_mouse_alt()
  }

  private var lastPress: (point: Point, time: Int)?
  private var isPressed = false

  /// The event for the report that is next in ncurses' queue, nil for one without a meaning here.
  mutating func next() -> MouseEvent? {
    var report = MEVENT()
    guard getmouse(&report) == OK else { return nil }
    return event(for: report, at: Self.now())
  }

  private mutating func event(for report: MEVENT, at time: Int) -> MouseEvent? {
    let point = Point(x: Int(report.x), y: Int(report.y))
    guard let action = action(report.bstate, at: point, time) else { return nil }
    var modifiers: Modifiers = []
    if report.bstate & ks_mouse_shift() != 0 { modifiers.insert(.shift) }
    if report.bstate & ks_mouse_control() != 0 { modifiers.insert(.control) }
    if report.bstate & ks_mouse_alt() != 0 { modifiers.insert(.alt) }
    return MouseEvent(action, at: point, modifiers)
  }

  private mutating func action(
    _ state: mmask_t, at point: Point, _ time: Int
  ) -> MouseEvent.Action? {
    if state & ks_mouse_wheel_up() != 0 { return .wheelUp }
    if state & ks_mouse_wheel_down() != 0 { return .wheelDown }
    if state & ks_mouse_secondary() != 0 { return .secondaryClick }
    if state & ks_mouse_click() != 0 {
      return isDouble(at: point, time) ? .doubleClick : .click
    }
    if state & ks_mouse_press() != 0 {
      isPressed = true
      return isDouble(at: point, time) ? .doubleClick : .press
    }
    if state & ks_mouse_release() != 0 {
      isPressed = false
      return .release
    }
    if state & ks_mouse_motion() != 0, isPressed { return .drag }
    return nil
  }

  private mutating func isDouble(at point: Point, _ time: Int) -> Bool {
    if let last = lastPress, last.point == point,
      time - last.time <= Self.doubleClickMilliseconds
    {
      lastPress = nil
      return true
    }
    lastPress = (point, time)
    return false
  }

  /// Milliseconds of a clock that never goes back.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
