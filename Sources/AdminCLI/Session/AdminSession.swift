public import GatewayModel
public import Workspace

/// One run of a verb on a workspace.
public final class AdminSession {
  /// What was typed.
  public let invocation: Invocation
  /// The options every verb takes.
  public let globals: GlobalOptions
  /// Where words go.
  public let output: AdminOutput
  /// The edges.
  public let environment: AdminEnvironment
  private var opened: Workspace?

  init(
    invocation: Invocation, globals: GlobalOptions, output: AdminOutput,
    environment: AdminEnvironment
  ) {
    self.invocation = invocation
    self.globals = globals
    self.output = output
    self.environment = environment
  }

  /// The workspace, opened when first asked for.
  ///
  /// - Throws: `WorkspaceError` if it cannot be used.
  public func workspace() throws -> Workspace {
    if let opened { return opened }
    let directory = try workspaceDirectory()
    var options = WorkspaceOptions(
      access: invocation.verb.makesWorkspace ? .create : .readWrite)
    options.now = environment.now
    let workspace = try Workspace.open(at: directory, options: options)
    opened = workspace
    return workspace
  }

  /// The folder that command line and environment name.
  public func workspaceDirectory() throws -> String {
    guard
      let directory = WorkspaceLocation.resolve(
        option: globals.workspace, environment: environment.variables)
    else {
      throw CommandLineError(
        "There is no home folder for the workspace.",
        remedy: "keystile --workspace DIR \(invocation.verb.title)")
    }
    return directory
  }

  /// The configuration.
  public var state: GatewayState {
    get throws { try workspace().state }
  }

  /// Who the journal names.
  public var actor: Actor { globals.actor.map { Actor($0) } ?? Actor.current() }

  /// Does a command, durably, and prints its warnings.
  @discardableResult
  public func submit(_ command: Command) throws -> Receipt {
    let receipt = try workspace().submitDurably(command, actor: actor, surface: .cli)
    for warning in receipt.warnings { output.note("note: \(AdminOutput.safe(warning))") }
    return receipt
  }

  /// Prints what a change came to: the id first, so that scripts can take it.
  ///
  /// - Parameters:
  ///   - id: The entity's id or name.
  ///   - words: What happened, for people.
  ///   - json: The entity as API Gateway shows it.
  public func report(id: String, _ words: String, json: @autoclosure () -> JSONValue) {
    if output.isJSON {
      output.json(json())
    } else if output.isQuiet {
      output.line(AdminOutput.safe(id))
    } else {
      output.line("\(AdminOutput.safe(id))  \(AdminOutput.safe(words))")
    }
  }

  /// Makes sure that something that cannot easily be put right is meant.
  ///
  /// - Parameters:
  ///   - question: What will be done, for people.
  ///   - word: What has to be typed; `yes` unless a name is asked for.
  /// - Throws: `AdminRefusal` if it is not meant, or nobody can be asked and `--yes` is missing.
  public func confirm(_ question: String, typing word: String = "yes") throws {
    if invocation.has("--yes") { return }
    guard environment.inputIsTerminal, environment.outputIsTerminal else {
      throw AdminRefusal(
        "confirmation", "\(question) Nobody can be asked here.",
        remedy: invocation.commandLine(adding: "--yes"))
    }
    environment.writeError(
      "\(AdminOutput.safe(question)) Type \(AdminOutput.safe(word)) to go on: ")
    guard environment.readLine(false) == word else {
      throw AdminRefusal("cancelled", "Nothing was changed.")
    }
  }

  /// A key value from standard input, never from the command line, where others could read it.
  public func secretFromInput() throws -> String {
    let remedy = "the value alone on the first line of standard input"
    let value = try lineFromInput(remedy: remedy)
    guard !value.isEmpty else {
      throw AdminRefusal("no-value", "Standard input holds no key value.", remedy: remedy)
    }
    return value
  }

  private func lineFromInput(remedy: String) throws -> String {
    if environment.inputIsTerminal {
      environment.writeError("Key value: ")
      defer { environment.writeError("\n") }
      return environment.readLine(true) ?? ""
    }
    let text = try text(ofFile: "-", limitBytes: AdminLimits.secretBytes, remedy: remedy)
    return String(text.prefix { $0 != "\n" && $0 != "\r\n" })
  }
}
