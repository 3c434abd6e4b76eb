import Foundation
import TestSupport
import Testing

/// Names that attack a terminal are shown, never obeyed.
@Suite("Text from outside")
struct UntrustedTextTests {
  /// Names with an escape sequence, an 8-bit control, an overriding direction, an invisible character, a
  /// window title, a line end and a great length.
  static let names = [
    "red\u{1B}[31mred", "c1\u{9B}31mcsi", "bidi\u{202E}drowssap\u{2066}x",
    "zero\u{200B}\u{FEFF}width",
    "title\u{1B}]0;owned\u{07}!", "two\nlines\r\tand\u{08}\u{7F}more",
    "paste\u{1B}[201~evil", "long-" + String(repeating: "x", count: 995),
    "wide-" + String(repeating: "東", count: 300),
    "mark-e" + String(repeating: "\u{301}", count: 200),
  ]

  @Test("On a terminal the command line prints nothing but printable text")
  func commandLine() throws {
    let bench = try Self.attacked()
    for line in [
      "key list", "plan list", "api list", "stage list", "history", "doctor", "usage show",
      "key list --json", "plan list --json", "history --json", "doctor --json", "key export",
      "method list red", "key show nobody\u{1B}[31m",
    ] {
      let words = line.split(separator: " ").map(String.init)
      let terminal = try bench.console(words, columns: 400, rows: 60)
      _ = try terminal.waitForExit()
      #expect(terminal.screen.title.isEmpty, "\(line)")
      #expect(terminal.screen.leftovers == [], "\(line)")
      #expect(terminal.screen.unknown == [], "\(line)")
      #expect(terminal.screen.bellCount == 0, "\(line)")
      // A pipe gets the exported names as they are: they are imported again from there.
      if line == "key export" { continue }
      let run = try bench.run(words)
      let unsafe = (run.output + run.errors).unicodeScalars.filter { !Self.isPrintable($0) }
      #expect(unsafe.isEmpty, "\(line): \(unsafe.map { String($0.value, radix: 16) })")
    }
  }

  @Test("The console shows hostile names on every pane and in every detail")
  func console() throws {
    let bench = try Self.attacked()
    let terminal = try bench.console()
    try terminal.wait(for: "the keys") { $0.shows("1 Keys") && $0.shows("red") }
    let title = terminal.screen.title
    for pane in ["1", "2", "3", "4"] {
      try terminal.press(pane)
      try terminal.wait(for: "pane \(pane)") { $0.shows("[\(pane) ") }
      for _ in 0..<Self.names.count {
        try terminal.press("j")
        terminal.takeOutput()
      }
    }
    try terminal.press("1")
    try terminal.wait(forText: "[1 ")
    #expect(terminal.screen.title == title && !title.contains("owned"))
    #expect(terminal.screen.unknown == [])
    #expect(terminal.screen.bellCount == 0)
    let scalars = terminal.screen.text.unicodeScalars
    #expect(scalars.allSatisfy(Self.isPrintable))
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
    #expect(list.unicodeScalars.allSatisfy(Self.isPrintable), "\(list)")
    try bench.keystile("journal", "head")
  }

  /// A workspace in which everything that can have a hostile name has one, as far as it is not refused.
  private static func attacked() throws -> Workbench {
    let bench = try Workbench()
    var made = 0
    for (number, name) in names.enumerated() {
      let runs = try [
        bench.run(["key", "create", name, "--description", name]),
        bench.run(["plan", "create", name, "--description", name]),
        bench.run(["--as", name, "api", "create", name, "--description", name]),
      ]
      made += runs.count { $0.exit == .code(0) }
      let quoted = name.replacingOccurrences(of: "\"", with: "\"\"")
      let csv = "Name,Key\n\"\(quoted)\",imported-value-\(number)-000000\n"
      let imported = try bench.run(["key", "import", "-"], input: csv)
      made += imported.exit == .code(0) ? 1 : 0
      for run in runs + [imported] where run.exit != .code(0) {
        #expect(run.exit == .code(1), "\(run)")
        #expect(run.errors.unicodeScalars.allSatisfy(isPrintable), "\(run)")
      }
    }
    #expect(made > names.count, "hardly a name was taken: nothing is tried")
    _ = try bench.make("key", "create", "red")
    _ = try bench.make("api", "create", "red")
    return bench
  }

  /// Neither a control nor something that hides or turns text.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: true
    case ..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: false
    default: true
    }
  }
}
