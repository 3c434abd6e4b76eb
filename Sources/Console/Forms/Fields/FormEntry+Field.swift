import Terminal

extension FormEntry {
  /// The field on the screen.
  func field(_ value: FormValue) -> FormField {
    FormField(
      id: id, label: DisplayText(label), control: control(value), note: DisplayText(unit),
      hint: DisplayText(help))
  }

  /// What a control holds.
  func value(of control: FormControl) -> FormValue {
    switch control {
    case .text(let field), .number(let field): .text(field.text)
    case .toggle(let isOn): .toggle(isOn)
    case .choice, .multiChoice:
      .chosen(
        control.selection.sorted().compactMap {
          options.indices.contains($0) ? options[$0].value : nil
        })
    case .readOnly: initial
    }
  }

  /// A value as people read it; secrets stay hidden.
  func words(_ value: FormValue) -> String {
    switch (kind, value) {
    case (.secret, let value): value.text.isEmpty ? "" : "••••"
    case (_, .toggle(let isOn)): isOn ? "yes" : "no"
    case (_, .chosen(let values)):
      values.map { value in options.first { $0.value == value }?.title ?? value }
        .joined(separator: ", ")
    case (_, .text(let text)): text
    }
  }

  private var options: [Option] {
    switch kind {
    case .choice(let options), .multiChoice(let options): options
    default: []
    }
  }

  private func control(_ value: FormValue) -> FormControl {
    let titles = options.map { DisplayText($0.title) }
    let chosen = Set(options.indices.filter { isChosen(options[$0].value, in: value) })
    switch kind {
    case .text(let limit): return .text(TextField(value.text, limitCharacters: limit))
    case .secret(let limit):
      return .text(TextField(value.text, isMasked: true, limitCharacters: limit))
    case .number: return .number(TextField(value.text, limitCharacters: Self.numberCharacters))
    case .toggle: return .toggle(value == .toggle(true))
    case .choice: return .choice(titles, selected: chosen.min() ?? -1)
    case .multiChoice: return .multiChoice(titles, selected: chosen, cursor: 0)
    case .fact: return .readOnly(StyledText(DisplayText(value.text), .muted))
    }
  }

  private func isChosen(_ option: String, in value: FormValue) -> Bool {
    if case .chosen(let values) = value { return values.contains(option) }
    return false
  }

  /// The most characters of a number.
  private static let numberCharacters = 32
}
