/// The help pages, written from the table of verbs.
struct HelpText {
  let verbs: [VerbSpec]

  /// The page for some words: a verb, a group, or everything for none.
  func page(for words: [String]) -> String {
    if let verb = verbs.first(where: { $0.words == words }) { return page(for: verb) }
    if let noun = words.first, verbs.contains(where: { $0.noun == noun }) {
      return page(forNoun: noun)
    }
    return overview
  }

  private var overview: String {
    let groups = verbs.reduce(into: [String]()) { nouns, verb in
      if let noun = verb.noun, nouns.last != noun { nouns.append(noun) }
    }
    let alone = verbs.filter { $0.noun == nil }.map { ($0.name, $0.summary) }
    let grouped = groups.map { noun in
      (noun, verbs.filter { $0.noun == noun }.map(\.name).joined(separator: ", "))
    }
    return """
      Keystile shows and changes API keys, usage plans, methods and stages, and enforces them.

      usage: keystile [NOUN] VERB [ARGUMENT …] [--option VALUE …]
             keystile                 opens the console on the workspace

      Verbs:
      \(Self.columns(alone))

      Nouns and their verbs:
      \(Self.columns(grouped))

      Options everywhere:
      \(Self.columns(GlobalOptions.specs.map { ($0.usage, $0.help) }))

      Exit codes: \(ExitCode.allCases.map(\.explanation).joined(separator: "; ")).
      More: keystile NOUN --help, keystile NOUN VERB --help

      """
  }

  private func page(forNoun noun: String) -> String {
    let rows = verbs.filter { $0.noun == noun }.map { verb in
      (([verb.name] + verb.arguments.map(\.usage)).joined(separator: " "), verb.summary)
    }
    return """
      usage: keystile \(noun) VERB [ARGUMENT …] [--option VALUE …]

      \(Self.columns(rows))

      More: keystile \(noun) VERB --help

      """
  }

  private func page(for verb: VerbSpec) -> String {
    var text = "usage: \(verb.usage)\n\n\(verb.summary)."
    if !verb.details.isEmpty { text += " \(verb.details)" }
    text += "\n"
    let sections = [
      ("Arguments", verb.arguments.map { ($0.usage, $0.help + Self.choices($0.choices)) }),
      (
        "Options",
        verb.options.map { option in
          let times = option.isRepeated ? ", any number of times" : ""
          return (option.usage, option.help + Self.choices(option.choices) + times)
        }
      ),
      ("Options everywhere", GlobalOptions.specs.map { ($0.usage, $0.help) }),
    ]
    for (title, rows) in sections where !rows.isEmpty {
      text += "\n\(title):\n\(Self.columns(rows))\n"
    }
    if !verb.examples.isEmpty {
      text +=
        "\nExamples:\n" + verb.examples.map { "  keystile\($0.isEmpty ? "" : " ")\($0)\n" }.joined()
    }
    return text
  }

  private static func choices(_ choices: [String]) -> String {
    choices.isEmpty ? "" : " (\(choices.joined(separator: ", ")))"
  }

  /// Two columns, the first as wide as its widest entry up to a limit.
  static func columns(_ rows: [(String, String)], widthLimit: Int = 30) -> String {
    let width = min(widthLimit, rows.map(\.0.count).max() ?? 0)
    return rows.map { left, right in
      let gap = left.count > width ? "\n  " + String(repeating: " ", count: width + 2) : ""
      let pad = String(repeating: " ", count: max(0, width - left.count) + 2)
      return "  \(left)" + (gap.isEmpty ? pad : gap) + right
    }.joined(separator: "\n")
  }
}
