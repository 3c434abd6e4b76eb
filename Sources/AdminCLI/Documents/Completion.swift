/// Shell completions, written from the table of verbs.
struct Completion {
  let verbs: [VerbSpec]

  /// The shells there are completions for.
  static let shells = ["bash", "zsh", "fish"]

  /// The script for a shell, to be sourced.
  func script(for shell: String) -> String {
    switch shell {
    case "zsh": "autoload -U +X bashcompinit && bashcompinit\n" + bash
    case "fish": fish
    default: bash
    }
  }

  private var firstWords: [String] {
    Array(Set(verbs.map { $0.words[0] })).sorted()
  }

  private func options(of verb: VerbSpec) -> [String] {
    (verb.options + GlobalOptions.specs).map(\.name)
  }

  private func choices(of verb: VerbSpec) -> [String] {
    verb.arguments.flatMap(\.choices) + verb.options.flatMap(\.choices)
  }

  private var bash: String {
    let nouns = Set(verbs.compactMap(\.noun)).sorted()
    let nounCases = nouns.map { noun in
      let names = verbs.filter { $0.noun == noun }.map(\.name).joined(separator: " ")
      return "      \(noun)) words=\"\(names)\" ;;\n"
    }.joined()
    let verbCases = verbs.map { verb in
      let words = (options(of: verb) + choices(of: verb)).joined(separator: " ")
      return "      \"\(verb.title)\") words=\"\(words)\" ;;\n"
    }.joined()
    return """
      _keystile() {
        local current="${COMP_WORDS[COMP_CWORD]}" words=""
        if [ "$COMP_CWORD" -eq 1 ]; then
          words="\(firstWords.joined(separator: " "))"
        else
          case "${COMP_WORDS[1]} ${COMP_WORDS[2]}" in
      \(verbCases)      esac
          if [ -z "$words" ]; then
            case "${COMP_WORDS[1]}" in
      \(verbs.filter { $0.noun == nil }.map { verb in
        let words = (options(of: verb) + choices(of: verb)).joined(separator: " ")
        return "      \(verb.name)) words=\"\(words)\" ;;\n"
      }.joined())\(nounCases)      esac
          fi
        fi
        COMPREPLY=($(compgen -W "$words" -- "$current"))
      }
      complete -o default -F _keystile keystile

      """
  }

  private var fish: String {
    var lines = ["complete -c keystile -f"]
    for word in firstWords {
      let summary = verbs.first { $0.words == [word] }?.summary ?? "\(word) verbs"
      lines.append(
        "complete -c keystile -n __fish_use_subcommand -a \(word) -d '\(quoted(summary))'")
    }
    for verb in verbs {
      let condition = verb.words.map { "__fish_seen_subcommand_from \($0)" }
        .joined(separator: "; and ")
      if let noun = verb.noun {
        lines.append(
          "complete -c keystile -n '__fish_seen_subcommand_from \(noun)' "
            + "-a \(verb.name) -d '\(quoted(verb.summary))'")
      }
      for option in verb.options {
        lines.append(
          "complete -c keystile -n '\(condition)' -l \(option.name.dropFirst(2))"
            + "\(option.value == nil ? "" : " -r") -d '\(quoted(option.help))'")
      }
    }
    for option in GlobalOptions.specs {
      lines.append(
        "complete -c keystile -l \(option.name.dropFirst(2))"
          + "\(option.value == nil ? "" : " -r") -d '\(quoted(option.help))'")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func quoted(_ text: String) -> String {
    text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'")
  }
}
