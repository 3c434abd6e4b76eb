/// Writes an ``AWSScript`` line by line and remembers the ids that its lines give.
struct AWSScriptWriter {
  /// The configuration the lines are meant for.
  let state: GatewayState
  private(set) var lines: [String] = []
  /// The variable of each id that a line before gives, by the id the change knows.
  private var variables: [String: String] = [:]
  private var counts: [String: Int] = [:]
  /// The entities that the change makes; an API among them comes with models of its own.
  var made: Set<EntityRef> = []
  /// The ids, or variables, of resources that lines before make, by API and path.
  private var pathIds: [RestApiID: [String: String]] = [:]

  init(state: GatewayState) { self.state = state }

  /// Adds a remark.
  mutating func remark(_ text: String) {
    let line = "# \(text)"
    if lines.last != line { lines.append(line) }
  }

  /// Adds the line of a command.
  ///
  /// - Parameter id: What the change calls the entity that the command makes, when lines below name
  ///   it: its new id is kept in a variable.
  /// - Parameter member: Where the answer has the id.
  mutating func line(
    _ command: Command, making id: (String, noun: String)? = nil, at member: String = "id"
  ) {
    guard let invocation = command.input as? any AWSInvocation else {
      return remark("\(command.operationName): the AWS CLI has no operation for this.")
    }
    let api = invocation.awsArguments.lazy.compactMap { argument -> RestApiID? in
      if case .text("rest-api-id", let id?) = argument { id } else { nil }
    }.first
    let arguments = invocation.awsArguments.map { resolved($0, in: api) }
    if arguments.contains(where: \.readsSecret) {
      remark("The key's value is read from the standard input.")
    }
    var words = ["aws", "apigateway", command.awsVerb] + arguments.flatMap(\.words)
    if let id {
      words += ["--query", member, "--output", "text"]
      let text = quoted(words)
      lines.append("\(variable(for: id.0, id.noun))=$(\(text))")
    } else {
      lines.append(quoted(words))
    }
  }

  /// Adds a line that keeps an id in a variable.
  mutating func line(_ words: [String], finding id: String, noun: String) {
    let text = quoted(words)
    lines.append("\(variable(for: id, noun))=$(\(text))")
  }

  /// Remembers what a path's resource is called.
  mutating func note(path: String, of api: RestApiID, as id: String) {
    pathIds[api, default: [:]][path] = id
  }

  /// The id of the resource at a path, nil if there is none yet.
  func resourceId(at path: String, of api: RestApiID) -> ResourceID? {
    if let id = pathIds[api]?[path] { return id }
    return state.apis[api]?.resources.values.first { $0.path == path }?.id
  }

  private mutating func variable(for id: String, _ noun: String) -> String {
    let number = counts[noun, default: 0] + 1
    counts[noun] = number
    let name = "\(noun)_\(number)"
    variables[id] = name
    return name
  }

  /// Gives a resource that is named by its path its id.
  private func resolved(_ argument: AWSArgument, in api: RestApiID?) -> AWSArgument {
    switch argument {
    case .text(let name, let path?) where name == "resource-id" || name == "parent-id":
      guard path.hasPrefix("/"), let api, let id = resourceId(at: path, of: api) else {
        return argument
      }
      return .text(name, id)
    default: return argument
    }
  }

  /// The words for a shell, with variables in place of the ids they stand for.
  private func quoted(_ words: [String]) -> String {
    words.map { word in
      variables.keys.contains { word.contains($0) }
        ? expanding(word[...]) : Shell.quoted(word)
    }.joined(separator: " ")
  }

  /// A part of a word, each id in it as its variable and what lies around it in quotes.
  private func expanding(_ part: Substring) -> String {
    // A path's own comes before those of the paths it begins with.
    let known = variables.filter { part.contains($0.key) }.max { $0.key.count < $1.key.count }
    guard let (id, name) = known, let range = part.firstRange(of: id) else {
      return part.isEmpty ? "" : Shell.inQuotes(String(part))
    }
    return expanding(part[..<range.lowerBound]) + "\"$\(name)\""
      + expanding(part[range.upperBound...])
  }
}

extension AWSArgument {
  /// True for a value that is given by the standard input because nobody may read it in a line.
  fileprivate var readsSecret: Bool {
    if case .file("value", _?) = self { return true }
    return false
  }
}
