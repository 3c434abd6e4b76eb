import Foundation
import TestSupport
import Testing

/// Every screen, form, question, menu and file of the console, with keys whose values it knows: none is
/// shown or written before it is asked for.
@Suite("Redaction in the console")
struct ConsoleRedactionTests {
  private let shop: Shop
  private let gateway: ServedGateway
  private let terminal: PseudoTerminal
  private let rotated = "ROTATED-\(UUID().uuidString)"

  init() throws {
    shop = try Shop(Workbench(), quota: "3/MONTH")
    try shop.bench.keystile("key", "rotate", "web", "--value-stdin", "--keep-old", input: rotated)
    gateway = try shop.bench.serve()
    for key in [shop.secret, rotated, "NOBODYS-\(UUID().uuidString)"] {
      for _ in 0..<5 { _ = try gateway.get(shop.path, key: key) }
    }
    _ = try gateway.get("/\(shop.api)/prod/missing?key=\(shop.secret)", key: shop.secret)
    terminal = try shop.bench.console()
    try terminal.wait(for: "the keys, masked") { $0.shows("web") && $0.shows("••••") }
  }

  @Test("No screen, form, question or menu shows a value")
  func screens() throws {
    try ConsoleWalk(terminal: terminal).go { expectNoValue(terminal.screen.text, $0) }
  }

  @Test("What is written to a file has no value")
  func files() throws {
    try terminal.press("w")
    try terminal.wait(forText: "wrote ")
    let names = try FileManager.default.contentsOfDirectory(atPath: shop.bench.home.path)
      .filter { $0.hasSuffix(".csv") }
    let name = try #require(names.first)
    let text = try String(contentsOfFile: "\(shop.bench.home.path)/\(name)", encoding: .utf8)
    #expect(text.contains("web"))
    expectNoValue(text, name)
  }

  @Test("A value is shown when asked for and hidden again; the log never has one")
  func revealing() throws {
    try terminal.press("x")
    try terminal.wait(for: "a value") {
      $0.shows(String(shop.secret.prefix(20))) || $0.shows(String(rotated.prefix(20)))
    }
    try terminal.press("x")
    try terminal.wait(for: "no value") {
      !$0.shows(String(shop.secret.prefix(20))) && !$0.shows(String(rotated.prefix(20)))
    }
    try terminal.press("Q")
    #expect(try terminal.waitForExit() == .code(0))
    let log = try? String(contentsOfFile: "\(shop.bench.workspace)/console.log", encoding: .utf8)
    expectNoValue(log ?? "", "console.log")
    try gateway.stop()
    expectNoValue(gateway.process.output + gateway.process.errorOutput, "the gateway")
  }

  /// The whole values, and the parts of them that would be left on lines that cut them.
  private func expectNoValue(
    _ text: String, _ place: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for secret in [shop.secret, rotated] {
      #expect(
        !text.contains(secret.prefix(16)), "\(place) shows a value:\n\(text)",
        sourceLocation: sourceLocation)
      #expect(
        !text.contains(secret.suffix(12)), "\(place) shows the end of a value:\n\(text)",
        sourceLocation: sourceLocation)
    }
  }
}
