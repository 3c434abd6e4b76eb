import Testing

@testable import AdminCLI

/// Keys and their values.
@Suite struct KeyVerbTests {
  private let bench: AdminBench
  private static let planted = "PLANTEDsecret0123456789abcd"

  init() throws { bench = try AdminBench() }

  @Test func makesAndChangesKeys() throws {
    let id = bench.done("key", "create", "web", "--quiet").output.dropLast()
    let shown = try bench.json("key", "show", String(id))
    #expect(shown["enabled"] as? Bool == true)
    #expect(shown["value"] == nil)
    #expect(try bench.json("key", "disable", "web")["enabled"] as? Bool == false)
    #expect(try bench.json("key", "enable", "web")["enabled"] as? Bool == true)
    let set = try bench.json("key", "set", "web", "--description", "d", "--customer", "c")
    #expect(set["description"] as? String == "d" && set["customerId"] as? String == "c")
    bench.refused("key", "set", "web", code: .usage)
    #expect(bench.done("key", "create", "off", "--disabled").firstWord.count == id.count)
    #expect(bench.done("key", "list", "--prefix", "of", "--quiet").lines.count == 1)
    #expect(bench.done("key", "list", "--name", "web", "--quiet").lines == [String(id)])
    #expect(bench.done("key", "list", "--unattached", "--quiet").lines.count == 2)
    #expect(try bench.items("key", "list").count == 2)
    #expect(try bench.json("key", "delete", "web", "--yes").isEmpty)
    bench.refused("key", "show", "web", word: "NotFoundException")
  }

  @Test func takesValuesFromStandardInputOnly() throws {
    bench.input = "\(Self.planted)\n"
    bench.done("key", "create", "web", "--value-stdin")
    let shown = try bench.json("key", "show", "web", "--reveal")
    #expect(shown["value"] as? String == Self.planted)
    bench.input = String(repeating: "x", count: 5_000)
    bench.refused("key", "create", "long", "--value-stdin", word: "unreadable")
    bench.input = ""
    bench.refused("key", "create", "none", "--value-stdin")
    bench.isTerminal = true
    bench.answers = [String(Self.planted.reversed())]
    let typed = bench.done("key", "create", "typed", "--value-stdin")
    #expect(typed.error.hasPrefix("Key value: \n"))
  }

  @Test func revealsANewValueOnceOnATerminalOrWhenAsked() throws {
    bench.input = Self.planted
    #expect(!bench.done("key", "create", "a", "--value-stdin").output.contains(Self.planted))
    bench.done("key", "delete", "a", "--yes")
    #expect(
      bench.done("key", "create", "a", "--value-stdin", "--reveal").output.contains(Self.planted))
    bench.isTerminal = true
    let made = bench.done("key", "create", "b")
    #expect(made.lines.count == 2 && made.lines[1].hasPrefix("value  "))
    #expect(made.error.contains("keystile key show \(made.firstWord) --reveal"))
    #expect(bench.done("key", "create", "c", "--quiet").lines.count == 1)
  }

  @Test func neverPrintsAValueUnasked() throws {
    bench.setUpShop()
    bench.input = Self.planted
    let id = bench.done("key", "create", "secret", "--value-stdin").firstWord
    bench.done("plan", "attach", "standard", "secret")
    let unasked = [
      ["key", "list"], ["key", "show", "secret"], ["key", "export"], ["key", "disable", "secret"],
      ["key", "enable", "secret"], ["key", "set", "secret", "--name", "secret"],
      ["plan", "show", "standard"], ["plan", "list"], ["usage", "show"], ["usage", "export"],
      ["history"], ["history", "secret"], ["doctor"], ["journal", "head"], ["journal", "verify"],
      ["why", "GET", "/pets", "--stage", "shop:prod", "--key", "secret"],
      ["why", "GET", "/pets", "--stage", "shop:prod", "--key-stdin"],
      ["key", "show", Self.planted], ["key", "delete", Self.planted, "--yes"],
      ["history", Self.planted], ["key", "create", "twin", "--value-stdin"],
      ["key", "import", "-"], ["key", "rotate", "secret"],
    ]
    for words in unasked {
      for form in [[], ["--json"], ["--quiet"]] {
        let run = bench.run(words + form)
        #expect(run.code != nil)
        #expect(!run.output.contains(Self.planted), "\(words + form)")
        #expect(!run.error.contains(Self.planted), "\(words + form)")
      }
    }
    #expect(bench.done("key", "show", id, "--reveal").output.contains(Self.planted))
  }

  @Test func rotatesKeysInTheirPlans() throws {
    bench.setUpShop()
    let old = bench.done("key", "list", "--quiet").firstWord
    let run = bench.done("key", "rotate", "web")
    let new = run.firstWord
    #expect(new != old)
    #expect(try bench.json("key", "show", old)["enabled"] as? Bool == true)
    #expect(run.error.contains("web (old), is still accepted"), "\(run.error)")
    #expect(run.error.contains("keystile key disable \(old)"), "\(run.error)")
    #expect(bench.done("key", "show", new).output.contains("standard"))
    // The name goes on naming one key, the one to use.
    #expect(try bench.json("key", "show", "web")["id"] as? String == new)
    #expect(try bench.json("key", "show", "web (old)")["id"] as? String == old)
    let third = bench.done("key", "rotate", "web", "--disable-old", "--quiet").firstWord
    #expect(try bench.json("key", "show", new)["enabled"] as? Bool == false)
    #expect(try bench.json("key", "show", "web (old 2)")["id"] as? String == new)
    #expect(try bench.json("key", "show", "web")["id"] as? String == third)
  }

  @Test func importsWhatItExports() throws {
    bench.setUpShop()
    let odd = "=1+1, \"quoted\",\u{301} x"
    bench.input = Self.planted
    bench.done("key", "create", odd, "--value-stdin", "--disabled", "--description", "a, b")
    let csv = bench.done("key", "export", "--reveal").output
    let other = try AdminBench()
    other.files["keys.csv"] = csv.replacing(try Regex("\"?[a-z0-9]{6,}\"?\n"), with: "\n")
    let imported = try other.json("key", "import", "keys.csv")
    #expect((imported["ids"] as? [String])?.count == 2)
    let copy = try other.json("key", "show", odd, "--reveal")
    #expect(copy["value"] as? String == Self.planted)
    #expect(copy["description"] as? String == "a, b")
    #expect(copy["enabled"] as? Bool == false)
    #expect(try bench.items("key", "export").allSatisfy { $0["value"] == nil })
    #expect(try bench.items("key", "export", "--reveal").allSatisfy { $0["value"] is String })
    let masked = bench.done("key", "export").output
    #expect(masked.contains("\"'=1+1"), "no formula for a spreadsheet")
  }

  @Test func importsFromStandardInputAndSaysWhatIsWrong() throws {
    bench.input = "Name,key\nweb,\(Self.planted)\n"
    #expect(bench.done("key", "import", "-").lines.count == 1)
    let unreadable = bench.refused("key", "import", "missing.csv", word: "unreadable")
    #expect(unreadable.error.contains("missing.csv"))
    bench.files["bad.csv"] = "Nonsense\n"
    bench.refused("key", "import", "bad.csv")
  }
}
