internal import Synchronization

/// The right to be the one screen of the process, since ncurses keeps its state in globals.
final class ScreenClaim {
  private static let isTaken = Atomic(false)
  private var isHeld = true

  init() throws(TerminalError) {
    let (exchanged, _) = Self.isTaken.compareExchange(
      expected: false, desired: true, ordering: .acquiringAndReleasing)
    guard exchanged else { throw .screenInUse }
  }

  deinit { end() }

  /// Lets another screen be opened.
  func end() {
    guard isHeld else { return }
    isHeld = false
    Self.isTaken.store(false, ordering: .releasing)
  }
}
