/// What one field of a form holds.
enum FormValue: Hashable, Sendable {
  /// Text as typed, numbers too.
  case text(String)
  /// Yes or no.
  case toggle(Bool)
  /// The values of the chosen options, in the order of the options.
  case chosen([String])

  /// The value as a rule judges it; several choices have no rule of their own.
  var text: String {
    switch self {
    case .text(let text): text
    case .toggle(let isOn): isOn ? "true" : "false"
    case .chosen(let values): values.joined(separator: ",")
    }
  }
}
