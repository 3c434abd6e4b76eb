import GatewayModel

/// All values of a form, as they were when it opened and as they are now.
struct FormValues: Hashable, Sendable {
  let initial: [FormEntry.ID: FormValue]
  let current: [FormEntry.ID: FormValue]

  /// The text of a field, empty for one that is not there.
  func text(_ id: FormEntry.ID) -> String { current[id]?.text ?? "" }

  /// The text of a field, nil when it is empty.
  func optional(_ id: FormEntry.ID) -> String? {
    let text = text(id)
    return text.isEmpty ? nil : text
  }

  /// Yes or no.
  func isOn(_ id: FormEntry.ID) -> Bool { current[id] == .toggle(true) }

  /// What is chosen, in the order of the options.
  func chosen(_ id: FormEntry.ID) -> [String] { Self.chosen(current[id]) }

  /// What was chosen when the form opened.
  func wereChosen(_ id: FormEntry.ID) -> [String] { Self.chosen(initial[id]) }

  /// True when it is not as it was.
  func isChanged(_ id: FormEntry.ID) -> Bool { current[id] != initial[id] }

  /// The pairs of a field, nil when there is none.
  func pairs(_ id: FormEntry.ID) -> [String: String]? {
    optional(id).flatMap { try? NamedPairs($0, field: id).values }
  }

  /// The replacement of a member by its new value, none when it is as it was.
  func replacement(of id: FormEntry.ID, at path: String) -> [PatchOperation] {
    isChanged(id) ? [.replace(path, text(id))] : []
  }

  private static func chosen(_ value: FormValue?) -> [String] {
    if case .chosen(let values) = value { return values }
    return []
  }
}
