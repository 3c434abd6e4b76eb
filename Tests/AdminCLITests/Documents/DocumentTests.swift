import Foundation
import TestSupport
import Testing

@testable import AdminCLI

@Suite struct DocumentTests {
  @Test(arguments: VerbTable.all.map(\.title))
  func helpsWithEveryPartOfAVerb(title: String) throws {
    let verb = try #require(VerbTable.all.first { $0.title == title })
    let bench = try AdminBench()
    let page = bench.run(verb.words + ["--help"]).output
    #expect(page.hasPrefix("usage: keystile \(title)"))
    #expect(page.contains(verb.summary))
    #expect(page == bench.run(["help"] + verb.words).output)
    for argument in verb.arguments {
      #expect(page.contains(argument.name) && page.contains(argument.help))
      #expect(argument.choices.allSatisfy { page.contains($0) })
    }
    for option in verb.options + GlobalOptions.specs {
      #expect(page.contains(option.usage) && page.contains(option.help))
      #expect(option.choices.allSatisfy { page.contains($0) })
    }
    #expect(verb.examples.allSatisfy { page.contains("keystile \($0)") || $0.isEmpty })
  }

  @Test func listsEveryNounAndVerb() throws {
    let bench = try AdminBench()
    let overview = bench.done("help").output
    for verb in VerbTable.all {
      #expect(overview.contains(verb.words[0]), "\(verb.title)")
      guard let noun = verb.noun else { continue }
      let page = bench.done(noun, "--help").output
      #expect(page.contains(verb.name) && page.contains(verb.summary))
    }
    #expect(ExitCode.allCases.map(\.explanation).allSatisfy { overview.contains($0) })
  }

  @Test func knowsNoHelpForWhatIsNotThere() throws {
    let bench = try AdminBench()
    #expect(
      bench.refused("help", "kye", code: .usage).error.contains("Did you mean key?"))
    #expect(
      bench.refused("help", "key", "creat", code: .usage).error.contains("Did you mean create?"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completesEveryVerbAndOption(shell: String) throws {
    let script = try AdminBench().done("completion", shell).output
    for verb in VerbTable.all {
      #expect(script.contains(verb.name), "\(verb.title)")
      for option in verb.options {
        let written = shell == "fish" ? "-l \(option.name.dropFirst(2))" : option.name
        #expect(script.contains(written), "\(verb.title) \(option.name)")
      }
    }
  }

  @Test func completesInARealShell() throws {
    let bench = try AdminBench()
    let path = "\(bench.directory.path)/completion.bash"
    try bench.done("completion", "bash").output.write(
      toFile: path, atomically: true, encoding: .utf8)
    #expect(try bash("-n", path) == "")
    #expect(try completions(path, "keystile", "ke") == "key")
    #expect(try completions(path, "keystile", "key", "ro") == "rotate")
    #expect(try completions(path, "keystile", "key", "rotate", "--dis") == "--disable-old")
    #expect(try completions(path, "keystile", "deploy", "--dr") == "--dry-run")
    #expect(try completions(path, "keystile", "completion", "z") == "zsh")
  }

  /// What bash would offer with the cursor at the end of some words.
  private func completions(_ script: String, _ words: String...) throws -> String {
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    return try bash(
      "-c",
      "source '\(script)'; COMP_WORDS=(\(list)); COMP_CWORD=\(words.count - 1); _keystile; "
        + "echo \"${COMPREPLY[*]}\"")
  }

  private func bash(_ arguments: String...) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["--norc", "--noprofile"] + arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test func writesAManualPageInRoff() throws {
    let page = try AdminBench().done("manual").output
    #expect(page.hasPrefix(".TH KEYSTILE 1\n.SH NAME\n"))
    let known = [".TH", ".SH", ".SS", ".TP", ".B", ".br", ".PP", ".EX", ".EE"]
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(known.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
    for verb in VerbTable.all {
      let title = verb.title.split(separator: "-").joined(separator: "\\-")
      #expect(page.contains(".SS \(title)"), "\(verb.title)")
    }
  }

  @Test func tellsItsVersion() throws {
    let bench = try AdminBench()
    #expect(bench.done("version").output == "keystile \(KeystileVersion.current)\n")
    #expect(bench.done("--version").output == "keystile \(KeystileVersion.current)\n")
    #expect(try bench.json("version")["version"] as? String == KeystileVersion.current)
  }
}
