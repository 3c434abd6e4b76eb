/// A field of an entity: what a form, an option on the command line and their help say about it.
///
/// The rule is the one the command's decision asks, so a form cannot accept what a command refuses.
/// Rules over several fields (a quota's offset and its period) are the command's alone.
public struct FieldSpec: Sendable {
  /// Judges a text that is not empty.
  typealias Rule = @Sendable (String) throws(CommandError) -> Void

  /// The input member, as errors name it in `CommandError.field`, for example `throttle.rateLimit`.
  public let name: String
  /// What a form writes beside the field, for example `Rate`.
  public let label: String
  /// What the field holds.
  public let kind: FieldKind
  /// What a number counts, for example `requests a second`.
  public let unit: String?
  /// Whether the entity cannot be without it.
  public let isRequired: Bool
  /// One sentence for people.
  public let help: String
  private let rule: Rule

  init(
    _ name: String, _ label: String, _ kind: FieldKind, unit: String? = nil,
    isRequired: Bool = false, help: String,
    rule: @escaping Rule = { (_: String) throws(CommandError) in }
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.unit = unit
    self.isRequired = isRequired
    self.help = help
    self.rule = rule
  }

  /// What is wrong with a text, or nil if nothing is.
  ///
  /// - Parameter text: As typed; empty means unset.
  public func validate(_ text: String) -> CommandError? {
    guard !text.isEmpty else {
      return isRequired
        ? CommandError(
          .badRequest, "\(label) must not be empty", field: name, remedy: help) : nil
    }
    do throws(CommandError) {
      try checkKind(text)
      try rule(text)
      return nil
    } catch {
      return error
    }
  }

  private func checkKind(_ text: String) throws(CommandError) {
    switch kind {
    case .toggle: try checkChoice(text, among: ["true", "false"])
    case .choice(let choices): try checkChoice(text, among: choices)
    case .pairs: _ = try NamedPairs(text, field: name)
    case .text, .secret, .integer, .decimal: return
    }
  }

  private func checkChoice(_ text: String, among choices: [String]) throws(CommandError) {
    guard !choices.contains(text) else { return }
    let options = choices.joined(separator: ", ")
    throw CommandError(
      .badRequest, "\(label) must be one of \(options)", field: name,
      remedy: "Use one of \(options).")
  }
}
