import GatewayModel
import Terminal

/// One field of a form: its declaration, what it begins with and when it is shown.
struct FormEntry: Identifiable, Sendable {
  /// Something that can be chosen.
  struct Option: Hashable, Sendable {
    /// As the command names it.
    let value: String
    /// As people name it.
    let title: String
  }

  /// How the value is entered.
  enum Kind: Sendable {
    case text(limitCharacters: Int)
    case secret(limitCharacters: Int)
    case number
    case toggle
    case choice([Option])
    case multiChoice([Option])
    /// Shown, not entered.
    case fact
  }

  /// The input member, as errors name it.
  let id: String
  let label: String
  let help: String
  let unit: String
  let kind: Kind
  let initial: FormValue
  /// Whether the field is there, since some belong to a choice made in another.
  let isShown: @Sendable (FormValues) -> Bool
  /// What is wrong with a value.
  let check: @Sendable (String) -> CommandError?

  init(
    _ id: String, _ label: String, _ kind: Kind, _ initial: FormValue, help: String = "",
    unit: String = "", isShown: @escaping @Sendable (FormValues) -> Bool = { _ in true },
    check: @escaping @Sendable (String) -> CommandError? = { _ in nil }
  ) {
    self.id = id
    self.label = label
    self.help = help
    self.unit = unit
    self.kind = kind
    self.initial = initial
    self.isShown = isShown
    self.check = check
  }

  /// A field as it is declared.
  ///
  /// - Parameters:
  ///   - spec: The declaration, whose rule is the command's own.
  ///   - text: What it begins with.
  ///   - options: What can be chosen, where that is less than the declaration allows.
  init(
    _ spec: FieldSpec, _ text: String, options: [String]? = nil,
    isShown: @escaping @Sendable (FormValues) -> Bool = { _ in true }
  ) {
    let (kind, initial) = Self.kind(of: spec, text, options)
    self.init(
      spec.name, spec.label, kind, initial, help: spec.help, unit: spec.unit ?? "",
      isShown: isShown, check: { spec.validate($0) })
  }

  /// The fields of a declaration in its order.
  ///
  /// - Parameter texts: What they begin with, by name; the others begin empty.
  static func entries(_ specs: [FieldSpec], _ texts: [String: String]) -> [FormEntry] {
    specs.map { FormEntry($0, texts[$0.name] ?? "") }
  }

  /// Something that cannot be changed.
  static func fact(_ label: String, _ text: String) -> FormEntry {
    FormEntry("fact.\(label)", label, .fact, .text(text))
  }

  private static func kind(
    of spec: FieldSpec, _ text: String, _ options: [String]?
  ) -> (Kind, FormValue) {
    switch spec.kind {
    case .text(let limit): (.text(limitCharacters: limit), .text(text))
    case .secret(let characters):
      (.secret(limitCharacters: characters.upperBound), .text(text))
    case .integer, .decimal: (.number, .text(text))
    case .toggle: (.toggle, .toggle(text == "true"))
    case .choice(let all):
      (
        .choice((options ?? all).map { Option(value: $0, title: $0) }),
        .chosen(text.isEmpty ? [] : [text])
      )
    case .pairs: (.text(limitCharacters: TextField.defaultLimitCharacters * 8), .text(text))
    }
  }
}
