import Foundation
import TestSupport
import Testing

/// Key values are shown to who asks for them, and to nobody else.
@Suite("Redaction")
struct RedactionTests {
  @Test("No output has a key's value without --reveal")
  func outputs() throws {
    let shop = try Shop(Workbench())
    let bench = shop.bench
    let imported = "IMPORTED-\(UUID().uuidString)"
    try bench.keystile("key", "import", "-", input: "Name,Key\npartner,\(imported)\n")
    let rotated = "ROTATED-\(UUID().uuidString)"
    try bench.keystile("key", "rotate", "partner", "--value-stdin", input: rotated)
    let gateway = try shop.bench.serve()
    for key in [shop.secret, imported, rotated] { _ = try gateway.get(shop.path, key: key) }
    _ = try gateway.get("/\(shop.api)/prod/missing?key=\(shop.secret)", key: shop.secret)

    var seen = ""
    for line in Self.lines {
      for words in [line, "--json " + line] {
        let run = try bench.run(words.split(separator: " ").map(String.init))
        seen += run.output + run.errors
      }
    }
    for (value, verb) in [
      (shop.secret, "key create again --value-stdin"),
      (shop.secret, "why GET /pets --stage shop:prod --key-stdin"),
      ("short", "key create s --value-stdin"),
    ] {
      let run = try bench.run(verb.split(separator: " ").map(String.init), input: value)
      seen += run.output + run.errors
    }
    try gateway.stop()
    seen += gateway.process.output + gateway.process.errorOutput
    for secret in [shop.secret, imported, rotated] { #expect(!seen.contains(secret)) }
    #expect(seen.contains("partner"))
    #expect(try bench.keystile("key", "show", "web", "--reveal").contains(shop.secret))
    #expect(try bench.keystile("key", "export", "--reveal").contains(rotated))
  }

  @Test("Files that hold values are for their owner only")
  func modes() throws {
    let shop = try Shop(Workbench())
    let gateway = try shop.bench.serve()
    _ = try gateway.get(shop.path, key: shop.secret)
    let root = shop.bench.workspace
    let names = try FileManager.default.subpathsOfDirectory(atPath: root)
    #expect(names.count > 3)
    for name in [""] + names {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(root)/\(name)")
      let mode = try #require(attributes[.posixPermissions] as? NSNumber).intValue
      #expect(mode & 0o077 == 0, "\(name) has mode \(String(mode, radix: 8))")
    }
  }

  private static let lines = [
    "key list", "key show web", "key show partner", "key export", "plan list", "plan show standard",
    "api show shop", "stage list", "stage show shop prod", "history", "history web", "doctor",
    "why GET /pets --stage shop:prod --key web", "why GET /pets --stage shop:prod",
    "usage show standard", "usage export", "journal head", "key disable web", "key enable web",
    "key set web --description shown", "undo --yes", "key create fresh", "key rotate fresh",
  ]
}
