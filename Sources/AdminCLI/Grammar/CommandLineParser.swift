/// Understands a command line by the table of verbs.
public struct CommandLineParser: Sendable {
  /// What a command line asks for.
  public enum Request: Sendable {
    /// To run a verb.
    case run(Invocation, GlobalOptions)
    /// To be told about a verb, a group of verbs, or everything (no words).
    case help(words: [String], GlobalOptions)
  }

  /// All verbs.
  public var verbs: [VerbSpec]
  /// Called when no verb is named.
  public var defaultVerb: String

  /// A parser for a table of verbs.
  public init(verbs: [VerbSpec], defaultVerb: String = ProgramVerb.console.rawValue) {
    self.verbs = verbs
    self.defaultVerb = defaultVerb
  }

  /// Understands the words after the program's name.
  ///
  /// - Throws: `CommandLineError` with what was probably meant.
  public func parse(_ words: [String]) throws(CommandLineError) -> Request {
    var globals = GlobalOptions()
    var rest = words.first == "--version" ? ["version"] + words.dropFirst() : words[...]
    var names: [String] = []
    while let word = rest.first, names.count < 2 {
      if word.hasPrefix("-") {
        guard word != "-h" else {
          globals.help = true
          rest.removeFirst()
          continue
        }
        guard names.isEmpty || verb(names) == nil else { break }
        guard try takeGlobal(&rest, into: &globals) else {
          if names.isEmpty { break }
          throw unknownOption(Self.split(word).name, verb: nil)
        }
        continue
      }
      if verb(names) != nil { break }
      names.append(word)
      rest.removeFirst()
      if verb(names) != nil { break }
      guard names.count < 2, isNoun(word) else { throw unknownVerb(names) }
    }
    if names.isEmpty, !globals.help, rest.first != "--help" { names = [defaultVerb] }
    guard let verb = verb(names) else {
      if globals.help || names.isEmpty { return .help(words: names, globals) }
      throw CommandLineError(
        "\(names.joined(separator: " ")) needs a verb: "
          + verbs.filter { $0.noun == names[0] }.map(\.name).joined(separator: ", ") + ".",
        remedy: "keystile \(names[0]) --help")
    }
    return try parse(verb, Array(rest), globals)
  }

  private func parse(
    _ verb: VerbSpec, _ words: [String], _ initial: GlobalOptions
  ) throws(CommandLineError) -> Request {
    var globals = initial
    var invocation = Invocation(verb: verb)
    var rest = words[...]
    var optionsAreOver = false
    while let word = rest.first {
      if optionsAreOver || !word.hasPrefix("-") || word == "-" {
        invocation.arguments.append(word)
        rest.removeFirst()
      } else if word == "--" {
        optionsAreOver = true
        rest.removeFirst()
      } else if word == "-h" {
        globals.help = true
        rest.removeFirst()
      } else if try !takeGlobal(&rest, into: &globals) {
        try takeOption(&rest, of: verb, into: &invocation)
      }
    }
    if globals.help { return .help(words: verb.words, globals) }
    try check(invocation)
    return .run(invocation, globals)
  }

  private func takeGlobal(
    _ rest: inout ArraySlice<String>, into globals: inout GlobalOptions
  ) throws(CommandLineError) -> Bool {
    let (name, inline) = Self.split(rest.first ?? "")
    guard let spec = GlobalOptions.specs.first(where: { $0.name == name }) else { return false }
    let value = try takeValue(of: spec, inline: inline, from: &rest)
    guard value != "" else {
      throw CommandLineError(
        "\(name) needs a value: \(spec.value ?? "").", remedy: "keystile help")
    }
    return globals.take(name, value)
  }

  private func takeOption(
    _ rest: inout ArraySlice<String>, of verb: VerbSpec, into invocation: inout Invocation
  ) throws(CommandLineError) {
    let (name, inline) = Self.split(rest.first ?? "")
    guard let spec = verb.options.first(where: { $0.name == name }) else {
      throw unknownOption(name, verb: verb)
    }
    let value = try takeValue(of: spec, inline: inline, from: &rest)
    if let value, !spec.choices.isEmpty, !spec.choices.contains(value) {
      throw CommandLineError(
        "\(name) takes one of \(spec.choices.joined(separator: ", ")), not “\(value)”.", verb: verb)
    }
    if invocation.options[name] != nil, !spec.isRepeated {
      throw CommandLineError("\(name) is given twice.", verb: verb)
    }
    invocation.options[name, default: []] += value.map { [$0] } ?? []
  }

  private func check(_ invocation: Invocation) throws(CommandLineError) {
    let verb = invocation.verb
    let required = verb.arguments.filter { !$0.isOptional }
    if invocation.arguments.count < required.count {
      let missing = required[invocation.arguments.count...].map(\.name).joined(separator: " ")
      throw CommandLineError("\(verb.title) needs \(missing).", verb: verb)
    }
    if invocation.arguments.count > verb.arguments.count {
      throw CommandLineError(
        "\(verb.title) takes no “\(invocation.arguments[verb.arguments.count])”.", verb: verb)
    }
    for (spec, value) in zip(verb.arguments, invocation.arguments)
    where !spec.choices.isEmpty && !spec.choices.contains(value) {
      throw CommandLineError(
        "\(spec.name) is one of \(spec.choices.joined(separator: ", ")), not “\(value)”.",
        verb: verb)
    }
  }

  // MARK: Parts

  func verb(_ words: [String]) -> VerbSpec? { verbs.first { $0.words == words } }

  func isNoun(_ word: String) -> Bool { verbs.contains { $0.noun == word } }

  private func isOption(_ word: String) -> Bool {
    word.hasPrefix("--")
      && (GlobalOptions.specs + verbs.flatMap(\.options)).contains { $0.name == word }
  }

  private static func split(_ word: String) -> (name: String, inline: String?) {
    guard let equals = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  private func takeValue(
    of spec: OptionSpec, inline: String?, from rest: inout ArraySlice<String>
  ) throws(CommandLineError) -> String? {
    rest.removeFirst()
    guard let placeholder = spec.value else {
      guard inline == nil else {
        throw CommandLineError("\(spec.name) takes no value.", remedy: "keystile help")
      }
      return nil
    }
    if let inline { return inline }
    // A value may begin with a dash, as -1 does; one that is an option's name was left out.
    guard let value = rest.first, !isOption(value) else {
      throw CommandLineError(
        "\(spec.name) needs a value: \(placeholder).", remedy: "\(spec.name)=\(placeholder)")
    }
    rest.removeFirst()
    return value
  }

  private func unknownOption(_ name: String, verb: VerbSpec?) -> CommandLineError {
    let known = ((verb?.options ?? []) + GlobalOptions.specs).map(\.name)
    let guess = Spelling.closest(to: name, among: known).map { " Did you mean \($0)?" } ?? ""
    return CommandLineError(
      "There is no option \(name)\(verb.map { " of \($0.title)" } ?? "").\(guess)",
      remedy: "keystile \(verb.map { "\($0.title) " } ?? "")--help")
  }

  func unknownVerb(_ names: [String]) -> CommandLineError {
    if names.count == 2 {
      let known = verbs.filter { $0.noun == names[0] }.map(\.name)
      let guess = Spelling.closest(to: names[1], among: known).map { " Did you mean \($0)?" } ?? ""
      return CommandLineError(
        "\(names[0]) has no verb “\(names[1])”.\(guess)", remedy: "keystile \(names[0]) --help")
    }
    let known = Array(Set(verbs.map { $0.words[0] })).sorted()
    let guess = Spelling.closest(to: names[0], among: known).map { " Did you mean \($0)?" } ?? ""
    return CommandLineError("There is no verb “\(names[0])”.\(guess)", remedy: "keystile help")
  }
}
