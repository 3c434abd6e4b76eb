/// Declares an option of a verb: parser, help, completions and manual all read this.
public struct OptionSpec: Sendable, Hashable {
  /// With its dashes, for example `--rate`.
  public var name: String
  /// What stands for the value in help, for example `R`; nil for a flag, which takes none.
  public var value: String?
  /// One line, with unit and range.
  public var help: String
  /// The words that are allowed, when the set is closed.
  public var choices: [String]
  /// Whether the option may be given more than once.
  public var isRepeated: Bool

  /// An option.
  public init(
    _ name: String, _ value: String? = nil, help: String, choices: [String] = [],
    isRepeated: Bool = false
  ) {
    self.name = name
    self.value = value
    self.help = help
    self.choices = choices
    self.isRepeated = isRepeated
  }

  /// As help shows it, for example `--rate R`.
  public var usage: String { value.map { "\(name) \($0)" } ?? name }
}
