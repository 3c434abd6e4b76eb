import GatewayModel

extension VerbTable {
  static let documentVerbs = [
    VerbSpec(
      nil, "completion", summary: "Print shell completions, to be sourced",
      arguments: [ArgumentSpec("SHELL", help: "a shell", choices: Completion.shells)],
      examples: ["completion bash"], hasJSON: false,
      action: .document { invocation, output in
        output.document(Completion(verbs: all).script(for: invocation.argument(0)))
      }),
    VerbSpec(
      nil, "manual", summary: "Print the manual page, for man -l -", examples: ["manual"],
      hasJSON: false,
      action: .document { _, output in output.document(ManualPage(verbs: all).text) }),
    VerbSpec(
      nil, "version", summary: "Print the version", examples: ["version"],
      action: .document { _, output in
        if output.isJSON {
          output.json(["version": .string(KeystileVersion.current)])
        } else {
          output.line("keystile \(KeystileVersion.current)")
        }
      }),
    VerbSpec(
      nil, "help", summary: "Say what there is, or what a verb does",
      arguments: [
        ArgumentSpec("NOUN", help: "a noun or verb", isOptional: true),
        ArgumentSpec("VERB", help: "a verb of the noun", isOptional: true),
      ],
      examples: ["help", "help key create"], hasJSON: false,
      action: .document { invocation, output in
        let parser = CommandLineParser(verbs: all)
        let words = invocation.arguments
        let isKnown =
          words.isEmpty || parser.verb(words) != nil || words.count == 1 && parser.isNoun(words[0])
        guard isKnown else {
          throw parser.unknownVerb(parser.isNoun(words[0]) ? words : [words[0]])
        }
        output.document(HelpText(verbs: all).page(for: words))
      }),
  ]
}
