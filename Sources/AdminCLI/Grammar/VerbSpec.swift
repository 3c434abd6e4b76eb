/// Declares one verb of the command line.
///
/// The table of these is the only declaration there is: parser, help on every level, “did you mean”,
/// shell completions, the manual and the completeness test read it.
public struct VerbSpec: Sendable {
  /// What a verb does.
  public enum Action: Sendable {
    /// Works on the workspace and ends.
    case administer(@Sendable (AdminSession) throws -> Void)
    /// Answers from the table itself and needs no workspace.
    case document(@Sendable (Invocation, AdminOutput) throws -> Void)
    /// Is run by the program: console, demo and server.
    case program(ProgramVerb)
  }

  /// The group, for example `key`; nil for a verb that stands alone.
  public var noun: String?
  /// The verb within its group, for example `create`.
  public var name: String
  /// One line without a full stop.
  public var summary: String
  /// What else there is to know, in sentences; may be empty.
  public var details: String
  /// Positional arguments in order; optional ones last.
  public var arguments: [ArgumentSpec]
  /// The verb's own options.
  public var options: [OptionSpec]
  /// Command lines that work, without the leading `keystile`.
  public var examples: [String]
  /// Whether the verb makes the workspace where there is none: what makes the first thing in one does,
  /// what reads or changes things does not, so that a mistyped folder is told and not made.
  public var makesWorkspace: Bool
  /// Whether the verb has a JSON form; without one, `--json` is refused and not passed over.
  public var hasJSON: Bool
  /// What the verb does.
  public var action: Action

  /// A verb.
  public init(
    _ noun: String?, _ name: String, summary: String, details: String = "",
    arguments: [ArgumentSpec] = [], options: [OptionSpec] = [], examples: [String] = [],
    makesWorkspace: Bool = false, hasJSON: Bool = true, action: Action
  ) {
    self.noun = noun
    self.name = name
    self.summary = summary
    self.details = details
    self.arguments = arguments
    self.options = options
    self.examples = examples
    self.makesWorkspace = makesWorkspace
    self.hasJSON = hasJSON
    self.action = action
  }

  /// The words that call it, for example `["key", "create"]`.
  public var words: [String] { (noun.map { [$0] } ?? []) + [name] }

  /// The words with a space between, for example `key create`.
  public var title: String { words.joined(separator: " ") }

  /// The whole usage line, for example `keystile key create NAME [--value-stdin]`.
  public var usage: String {
    (["keystile", title] + arguments.map(\.usage) + options.map { "[\($0.usage)]" })
      .joined(separator: " ")
  }
}
