import Foundation
import GatewayModel
import TestSupport
import Testing

/// A journal with content that the program itself refuses: 10 kB names, and hostile text in every field
/// of every entity. It is shown, never obeyed, and stops nothing.
@Suite("Text from a foreign journal")
struct ForeignTextTests {
  private let shop: Shop
  private let gateway: ServedGateway
  /// Rows of each screen that the cursor goes to.
  private static let rowCount = 2

  init() throws {
    shop = try Shop(Workbench(), quota: "3/MONTH")
    gateway = try shop.bench.serve()
    for _ in 0..<5 { _ = try gateway.get(shop.path, key: shop.secret) }
    for text in HostileText.short {
      let path = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      _ = try gateway.get("/\(shop.api)/prod/\(path)", key: shop.secret)
    }
    var requests = try HostileRequests(gateway)
    try requests.makeAll("plain")
    var journal = try ForeignJournal(shop.bench.workspace)
    let kinds = try journal.attack()
    #expect(Set(EntityKind.allCases.map(\.rawValue)).subtracting(kinds) == [])
  }

  @Test("The command line shows it as visible text only, and the gateway goes on and starts again")
  func commandLine() throws {
    let (api, plan, key) = (shop.api, shop.plan, shop.key)
    let lines = [
      "key list", "key show \(key)", "plan list", "plan show \(plan)", "api list",
      "api show \(api)", "stage list", "stage show \(api) prod", "stage diff \(api) prod",
      "deployment list \(api)", "resource list \(api)", "method list \(api)",
      "method show \(api) GET /pets", "history", "history \(key)", "history \(api)", "doctor",
      "usage show", "usage show \(plan)", "why GET /pets --stage \(api):prod --key \(key)",
      "deploy \(api) prod", "journal verify", "key show nobody",
    ]
    for line in lines + lines.map({ "--json " + $0 }) {
      let run = try shop.bench.run(line.split(separator: " ").map(String.init))
      if case .code(0...2) = run.exit {} else { Issue.record("\(line): \(run.exit) \(run.errors)") }
      let hidden = HostileText.hidden(in: run.output + run.errors)
      #expect(hidden.isEmpty, "\(line): \(hidden)")
    }
    for line in ["key list", "history", "key export", "api export \(api) prod"] {
      let terminal = try shop.bench.console(
        line.split(separator: " ").map(String.init), columns: 200, rows: 50)
      _ = try terminal.waitForExit()
      Self.expectUntouched(terminal, line)
    }
    #expect(try gateway.get(shop.path, key: shop.secret).status == 429)
    try gateway.stop()
    let next = try shop.bench.serve()
    #expect(try next.get(shop.path, key: shop.secret).status == 429)
    try next.stop()
    for process in [gateway.process, next.process] {
      #expect(HostileText.hidden(in: process.output + process.errorOutput) == [])
    }
  }

  @Test("The console shows it as visible text only, on every screen and in every form")
  func console() throws {
    let terminal = try shop.bench.console()
    try terminal.wait(for: "the keys") { $0.shows("1 Keys") && $0.shows("web") }
    let title = terminal.screen.title
    try ConsoleWalk(terminal: terminal).go { place in
      Self.expectUntouched(terminal, place, title: title)
    }
    for pane in ["1", "2", "3", "4", "5", "7", "8"] {
      try terminal.press(pane)
      for row in 0..<Self.rowCount {
        try fence(terminal)
        Self.expectUntouched(terminal, "\(pane), row \(row)", title: title)
        try terminal.press("j")
      }
    }
    for (keys, text) in [("7 G Enter", "Journal line #"), ("1 G d", "Changed by #")] {
      try terminal.press(keys)
      try terminal.wait(forText: text)
      Self.expectUntouched(terminal, keys, title: title)
      try terminal.press("Esc")
      try terminal.wait(untilGone: text)
    }
    try terminal.press("Q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.screen.leftovers == [])
  }

  @Test("An actor whose name is no UTF-8 is shown with marks in its place")
  func invalidActor() throws {
    let bench = try Workbench()
    try bench.keystile("key", "create", "web")
    let journal = try ForeignJournal(bench.workspace)
    try journal.append(Array("[]".utf8), actor: "someone")
    try journal.replaceActor("someone", by: [0x65, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80])
    for line in [["history"], ["--json", "history"], ["journal", "verify"]] {
      let run = try bench.run(line)
      #expect(run.exit == .code(0) && HostileText.hidden(in: run.output) == [], "\(run)")
    }
    let terminal = try bench.console()
    try terminal.press("7")
    try terminal.wait(forText: "elsewhe")
    Self.expectUntouched(terminal, "7", title: terminal.screen.title)
  }

  @Test("A line whose text is no UTF-8 is refused in visible words, and changes nothing")
  func invalidContent() throws {
    let line = #"[{"op":"apikey.put/1","value":{"createdDate":1,"enabled":true,"id":"k","#
    for invalid: [UInt8] in [[0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], Array(#"\ud800"#.utf8)] {
      let operations =
        Array((line + #""lastUpdatedDate":1,"name":"n"#).utf8) + invalid
        + Array(#"","stageKeys":[],"tags":{},"value":"12345678901234567890"}}]"#.utf8)
      let broken = try Workbench()
      try broken.keystile("key", "create", "web")
      try ForeignJournal(broken.workspace).append(operations, actor: "eve")
      let run = try broken.run(["key", "list"])
      #expect(run.exit == .code(0) || run.exit == .code(3), "\(run)")
      #expect(HostileText.hidden(in: run.output + run.errors) == [], "\(run)")
      let terminal = try broken.console()
      if run.exit == .code(0) {
        try terminal.wait(forText: "web")
        terminal.signal(SIGTERM)
      }
      _ = try terminal.waitForExit()
      Self.expectUntouched(terminal, "\(invalid)", title: terminal.screen.title)
      #expect(terminal.screen.leftovers == [])
    }
  }

  /// Waits until the keys before have been answered: help is drawn and left again.
  private func fence(_ terminal: PseudoTerminal) throws {
    try terminal.press("F1")
    try terminal.wait(forText: "typing narrows")
    try terminal.press("Esc")
    try terminal.wait(untilGone: "typing narrows")
  }

  /// Nothing but text has reached the terminal so far, and all of it is visible.
  static func expectUntouched(
    _ terminal: PseudoTerminal, _ place: String, title: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let screen = terminal.screen
    let hidden = HostileText.hidden(in: screen.text)
    #expect(hidden.isEmpty, "\(place): \(hidden)\n\(screen.text)", sourceLocation: sourceLocation)
    #expect(screen.unknown == [], "\(place)", sourceLocation: sourceLocation)
    #expect(screen.title == title, "\(place)", sourceLocation: sourceLocation)
    #expect(screen.bellCount == 0, "\(place)", sourceLocation: sourceLocation)
    #expect(screen.clipboard == nil, "\(place)", sourceLocation: sourceLocation)
  }
}
