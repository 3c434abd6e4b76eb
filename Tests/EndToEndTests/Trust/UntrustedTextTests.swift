import Foundation
import GatewayModel
import TestSupport
import Testing

/// Names that attack a terminal are shown, never obeyed.
@Suite("Text from outside")
struct UntrustedTextTests {
  @Test("Hostile text in every field is visible text on a terminal")
  func everyField() throws {
    let bench = try Self.attacked()
    try expectVisibleLines(bench)
    try expectVisibleScreens(bench)
  }

  /// The command line, on a terminal and into a pipe.
  private func expectVisibleLines(_ bench: Workbench) throws {
    for line in [
      "key list", "plan list", "api list", "stage list", "history", "doctor", "usage show",
      "key list --json", "plan list --json", "history --json", "doctor --json", "key export",
      "api show imported", "method list imported", "resource list imported", "method list red",
      "api export imported --json", "key show nobody\u{1B}[31m", "access list",
    ] {
      let words = line.split(separator: " ").map(String.init)
      let terminal = try bench.console(words, columns: 400, rows: 60)
      _ = try terminal.waitForExit()
      ForeignTextTests.expectUntouched(terminal, line)
      #expect(terminal.screen.leftovers == [], "\(line)")
      // A pipe gets what was exported as it is: it is imported again from there.
      if line.contains(" export") { continue }
      let run = try bench.run(words)
      #expect(HostileText.hidden(in: run.output + run.errors) == [], "\(line)")
    }
  }

  /// The console, on every pane and in every detail.
  private func expectVisibleScreens(_ bench: Workbench) throws {
    let terminal = try bench.console()
    try terminal.wait(for: "the keys") { $0.shows("1 Keys") && $0.shows("bidi") }
    let title = terminal.screen.title
    for pane in ["1", "2", "3", "4"] {
      try terminal.press(pane)
      try terminal.wait(for: "pane \(pane)") { $0.shows("[\(pane) ") }
      for _ in 0..<HostileText.names.count {
        try terminal.press("j")
        terminal.takeOutput()
      }
      ForeignTextTests.expectUntouched(terminal, "pane \(pane)", title: title)
    }
    try terminal.press("1")
    try terminal.wait(forText: "[1 ")
    ForeignTextTests.expectUntouched(terminal, "the end", title: title)
    #expect(!title.contains("owned"))
    try terminal.press("Q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.screen.leftovers == [])
  }

  @Test("Bytes that are no UTF-8 do no harm")
  func invalidText() throws {
    let bench = try Workbench()
    let child = try ChildProcess(
      [Workbench.program, "key", "import", "-"], environment: bench.environment,
      input: Array("Name,Key\nbad-".utf8) + [0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80]
        + Array(",invalid-bytes-0000000000\n".utf8))
    let exit = try child.waitForExit()
    #expect(exit == .code(0) || exit == .code(1), "\(exit) \(child.errorOutput)")
    let list = try bench.keystile("key", "list")
    #expect(list.unicodeScalars.allSatisfy(HostileText.isVisible), "\(list)")
    try bench.keystile("journal", "head")
  }

  /// A workspace in which every field of everything has had every hostile text, by the control plane, the
  /// command line, a file of keys and a document, as far as none of them refused it.
  private static func attacked() throws -> Workbench {
    let bench = try Workbench()
    let gateway = try bench.serve()
    var requests = try HostileRequests(gateway)
    for name in HostileText.names { try requests.makeAll(name) }
    #expect(requests.acceptedCount > 10 * HostileText.names.count, "hardly a text was taken")
    try gateway.stop()
    #expect(HostileText.hidden(in: gateway.process.output + gateway.process.errorOutput) == [])
    for name in HostileText.names {
      let run = try bench.run(["--as", name, "key", "create", name, "--description", name])
      #expect(run.exit == .code(0) || run.exit == .code(1), "\(run)")
      #expect(HostileText.hidden(in: run.output + run.errors) == [], "\(run)")
    }
    let rows = HostileText.names.enumerated().map { number, name in
      "\"\(name.replacing("\"", with: "\"\""))\",imported-value-\(number)-000000\n"
    }
    for (words, input) in [
      (["key", "import", "-"], "Name,Key\n" + rows.joined()),
      (["api", "import", "-"], document()),
    ] {
      let run = try bench.run(words, input: input)
      #expect(run.exit == .code(0), "\(run)")
      #expect(HostileText.hidden(in: run.output + run.errors) == [], "\(run)")
    }
    _ = try bench.make("api", "create", "red")
    return bench
  }

  /// An OpenAPI document with a path for each text, which it has in all places.
  private static func document() -> String {
    let paths = HostileText.short.enumerated().map { number, text in
      let text = JSONValue.string(text).text
      return """
        "/p\(number)":{"get":{"operationId":\(text),"summary":\(text),"description":\(text),
        "tags":[\(text)],"responses":{"200":{"description":\(text)}},
        "x-amazon-apigateway-integration":{"type":"mock",
        "requestTemplates":{"application/json":\(text)},"responses":{"default":{"statusCode":"200",
        "responseTemplates":{"application/json":\(text)}}}}}}
        """
    }
    let schemas = HostileText.short.enumerated().map { number, text in
      "\"M\(number)\":{\"type\":\"object\",\"description\":\(JSONValue.string(text).text)}"
    }
    let all = JSONValue.string(HostileText.short.joined(separator: " ")).text
    return """
      {"openapi":"3.0.1","info":{"title":"imported","description":\(all),"version":\(all)},
      "paths":{\(paths.joined(separator: ","))},
      "components":{"schemas":{\(schemas.joined(separator: ","))}},
      "x-amazon-apigateway-gateway-responses":{"DEFAULT_4XX":{"responseTemplates":
      {"application/json":\(all)}}}}
      """
  }
}
