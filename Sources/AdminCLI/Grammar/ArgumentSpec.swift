/// Declares a positional argument of a verb.
public struct ArgumentSpec: Sendable, Hashable {
  /// In capitals, for example `KEY`.
  public var name: String
  /// One line.
  public var help: String
  /// Whether the verb can do without it.
  public var isOptional: Bool
  /// The words that are allowed, when the set is closed.
  public var choices: [String]

  /// A positional argument.
  public init(_ name: String, help: String, isOptional: Bool = false, choices: [String] = []) {
    self.name = name
    self.help = help
    self.isOptional = isOptional
    self.choices = choices
  }

  /// As help shows it, for example `[STAGE]`.
  public var usage: String { isOptional ? "[\(name)]" : name }
}
