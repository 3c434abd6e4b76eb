import TestSupport
import Testing

/// Two SDK clients and a console that change one plan at once.
@Suite("Clients at once", .enabled(if: AWSTool.boto3.isWanted, "\(AWSTool.boto3.remedy)"))
struct ConcurrentClientsTests {
  /// Changes each SDK client makes.
  private static let changeCount = 60
  /// How often the console's edit may be overtaken before it is given up.
  private static let attemptLimit = 50

  @Test("Everyone's change of a plan is there at the end, whoever came between")
  func onePlan() throws {
    let workspace = try ControlledWorkspace()
    let plan = try workspace.bench.make(
      "plan", "create", "standard", "--rate", "1000", "--burst", "1000", "--quota", "9/DAY")
    let terminal = try workspace.bench.console()
    try terminal.wait(forText: "standard")

    let script = "\(ControlledWorkspace.folder)/Scripts/change_plan.py"
    let clients = try ["/throttle/rateLimit", "/throttle/burstLimit"].map { path in
      try workspace.start(.boto3, [script, plan, path, "\(Self.changeCount)"])
    }
    for client in clients { try client.wait(for: "a change") { $0.contains("1\n") } }
    try describe(terminal, as: "by-console")
    for client in clients {
      let ended = try client.waitForExit()
      #expect(ended == .code(0), "\(client.errorOutput)")
    }

    let end = try workspace.bench.json("plan", "show", "standard")
    #expect(end["throttle"]["rateLimit"].integer == Self.changeCount, "\(end)")
    #expect(end["throttle"]["burstLimit"].integer == Self.changeCount, "\(end)")
    #expect(end["description"].string == "by-console", "\(end)")
    // Nothing was written twice or left out: each change is a line of the journal.
    let changes = try workspace.bench.json("history", plan, "--limit", "500")["items"].items
    #expect(changes.count == 2 * Self.changeCount + 2, "\(changes.count)")
  }

  /// Edits the description in the form, and goes on top of what others did as often as it takes.
  private func describe(_ terminal: PseudoTerminal, as text: String) throws {
    try terminal.press("2 e")
    try terminal.wait(forText: "Plan standard")
    try terminal.press("Tab")
    terminal.send(text)
    try terminal.wait(forText: "+ Description  \(text)")
    for _ in 0..<Self.attemptLimit {
      try terminal.press("^S")
      try terminal.wait(for: "the form to be done or overtaken") { screen in
        !screen.shows("Plan standard") || screen.shows("was faster")
      }
      guard terminal.screen.shows("was faster") else { return }
      try terminal.press("r")
      try terminal.wait(for: "the form again") { screen in
        !screen.shows("was faster") && screen.shows("+ Description  \(text)")
      }
    }
    Issue.record("the edit was overtaken \(Self.attemptLimit) times")
  }
}
