import TestSupport
import Testing

/// An edit that is based on what somebody else has changed since, in two real consoles and from the
/// command line: both sides are shown, and nothing is overwritten.
@Suite("Stale edits")
struct StaleEditTests {
  private let shop: Shop
  private let first: PseudoTerminal

  init() throws {
    shop = try Shop(Workbench(), rate: "50", burst: "100")
    first = try shop.bench.console()
    try first.wait(forText: "standard")
  }

  /// Opens the form of the plan and types another rate.
  private func edit(_ terminal: PseudoTerminal, rate: String) throws {
    try terminal.press("2 e")
    try terminal.wait(forText: "Plan standard")
    try terminal.press("Tab Tab Tab ^U")
    terminal.send(rate)
    try terminal.wait(forText: "+ Rate  \(rate)")
  }

  private func rates() throws -> (rate: Int?, burst: Int?) {
    let plan = try shop.bench.json("plan", "show", "standard")
    return (plan["throttle"]["rateLimit"].integer, plan["throttle"]["burstLimit"].integer)
  }

  /// Waits, since an escape that a key follows at once would be that key with Alt.
  private func leave(_ terminal: PseudoTerminal, _ text: String) throws {
    try terminal.press("Esc")
    try terminal.wait(untilGone: text)
  }

  @Test("What another console changed meanwhile is a conflict that shows both sides")
  func consoles() throws {
    let second = try shop.bench.console()
    try second.wait(forText: "standard")
    try edit(first, rate: "70")
    try edit(second, rate: "60")
    try second.press("^S")
    try second.wait(untilGone: "Plan standard")
    try first.wait(forText: "changed by somebody else since this was opened")
    try first.press("^S")
    try first.wait(for: "both sides") { screen in
      screen.shows("Both changed plan standard")
        && screen.lines.contains { line in ["50", "60", "70"].allSatisfy(line.contains) }
    }
    #expect(try rates() == (60, 100))
    try first.press("t")
    try first.wait(forText: "kept plan standard as")
    #expect(try rates() == (60, 100))
  }

  @Test("What the command line changed meanwhile is one too, and the edit can go on top of it")
  func commandLine() throws {
    try edit(first, rate: "70")
    try shop.bench.keystile("--as", "ana", "plan", "set", "standard", "--burst", "900")
    try first.wait(forText: "changed by somebody else since this was opened")
    try first.press("^S")
    try first.wait(forText: "ana (cli) was faster")
    #expect(try rates() == (50, 900))
    try first.press("r")
    try first.wait(for: "the form on top of theirs") { $0.shows("+ Rate  70") && $0.shows("[900") }
    try first.press("^S")
    try first.wait(untilGone: "Plan standard")
    #expect(try rates() == (70, 900))
  }

  @Test("A plan that was deleted meanwhile is not brought back by an edit")
  func deleted() throws {
    try edit(first, rate: "70")
    try shop.bench.keystile("plan", "delete", "standard", "--yes", "--remove-stages")
    try first.wait(forText: "changed by somebody else since this was opened")
    try first.press("^S")
    try first.wait(for: "who deleted it") { screen in
      screen.shows("Plan standard is gone") && screen.shows("(cli) was faster")
    }
    #expect(!(try shop.bench.keystile("plan", "list").contains("standard")))
  }
}
