import Testing

@testable import AdminCLI

/// The table of verbs against the grammar that is promised.
@Suite struct GrammarTests {
  private static let promised = [
    "console", "demo", "serve", "api create", "api list", "api show", "api set", "api delete",
    "api import", "api export",
    "resource create", "resource list", "resource delete", "method put", "method require-key",
    "method list", "method show", "method delete", "deploy", "stage list", "stage show",
    "stage diff", "stage rollback", "stage set", "stage delete", "deployment list",
    "deployment show", "deployment delete", "key create", "key list", "key show", "key enable",
    "key disable", "key set", "key rotate", "key delete", "key import", "key export",
    "plan create", "plan list", "plan show", "plan set", "plan attach", "plan detach",
    "plan add-stage", "plan remove-stage", "plan delete", "usage show", "usage grant",
    "usage export", "why", "doctor", "history", "undo", "journal verify", "journal head",
    "journal checkpoint", "completion", "version", "help",
  ]

  @Test func hasEveryVerb() {
    let titles = Set(VerbTable.all.map(\.title))
    #expect(Self.promised.filter { !titles.contains($0) } == [])
    #expect(titles.count == VerbTable.all.count, "no verb is declared twice")
  }

  @Test(arguments: VerbTable.all.map(\.title))
  func hasExamplesThatParse(title: String) throws {
    let verb = try #require(VerbTable.all.first { $0.title == title })
    #expect(!verb.examples.isEmpty)
    for example in verb.examples {
      let words = ShellLine("keystile \(example)").words.dropFirst().prefix { $0 != ">" }
      guard
        case .run(let invocation, _) = try CommandLineParser(verbs: VerbTable.all)
          .parse(Array(words))
      else {
        Issue.record("\(example) asks for help")
        continue
      }
      #expect(invocation.verb.title == title, "\(example)")
    }
  }

  @Test(arguments: VerbTable.all.map(\.title))
  func keepsToTheFormOfDeclarations(title: String) throws {
    let verb = try #require(VerbTable.all.first { $0.title == title })
    #expect(!verb.summary.isEmpty && !verb.summary.hasSuffix("."))
    #expect(verb.details.isEmpty || verb.details.hasSuffix("."))
    let firstOptional = verb.arguments.firstIndex(where: \.isOptional) ?? verb.arguments.count
    #expect(verb.arguments[firstOptional...].allSatisfy { $0.isOptional })
    #expect(!verb.options.contains { !$0.name.hasPrefix("--") || $0.help.isEmpty })
    let names = (verb.options + GlobalOptions.specs).map(\.name)
    #expect(Set(names).count == names.count, "no option is declared twice")
  }

  @Test func takesNoKeyValueAsAnArgument() {
    for verb in VerbTable.all where verb.noun == "key" {
      let names = verb.options.map(\.name) + verb.arguments.map(\.name)
      #expect(!names.contains("--value") && !names.contains("VALUE"), "\(verb.title)")
    }
    let why = VerbTable.all.first { $0.title == "why" }
    #expect(why?.options.contains { $0.name == "--key-stdin" && $0.value == nil } == true)
  }
}
