import Glibc
import TestSupport
import Testing

/// Someone at a console who makes keys by its form and switches each off, until the console is killed.
struct KeyMaker {
  /// A change that was asked for.
  private struct Wish {
    let name: String
    let isOn: Bool

    /// What the console shows once it is saved.
    var sign: String { isOn ? "The value of \(name):" : "disabled \(name)" }
  }

  /// What was shown as saved: the keys' names, and whether each is on.
  private(set) var saved: [String: Bool] = [:]
  /// The newest of them.
  private(set) var newest: String?
  /// The key of the change that was under way at the end: it may be done or not.
  var unsettled: String? { wish?.name }
  private var wish: Wish?
  private let terminal: PseudoTerminal
  private var end = ContinuousClock.now + .seconds(60)

  /// - Parameter terminal: with the console on it, which shows its keys.
  init(_ terminal: PseudoTerminal) { self.terminal = terminal }

  /// Makes one key, works on for some time, and kills the console wherever it is then.
  /// - Parameter names: begins the names of the keys.
  /// - Throws: `PseudoTerminalError` when the console ends by itself or does nothing at all.
  mutating func work(names: String, for time: Duration) throws {
    try make("\(names)-1")
    end = .now + time
    do {
      for number in 2... { try make("\(names)-\(number)") }
    } catch PseudoTerminalError.timedOut {}
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == .signal(SIGKILL))
    // What it wrote before its end was seen as well.
    if let wish, terminal.screen.shows(wish.sign) { settle(wish) }
  }

  private mutating func make(_ name: String) throws {
    try terminal.press("n")
    try terminal.wait(forText: "New API key", timeout: patience)
    terminal.send(name)
    try save(Wish(name: name, isOn: true), by: "^S")
    try terminal.press("Esc")
    try terminal.wait(untilGone: "The value of", timeout: patience)
    try save(Wish(name: name, isOn: false), by: "o")
  }

  private mutating func save(_ wish: Wish, by keys: String) throws {
    self.wish = wish
    try terminal.press(keys)
    try terminal.wait(forText: wish.sign, timeout: patience)
    settle(wish)
  }

  private mutating func settle(_ wish: Wish) {
    saved[wish.name] = wish.isOn
    newest = wish.name
    self.wish = nil
  }

  private var patience: Duration { max(.zero, ContinuousClock.now.duration(to: end)) }
}
