import GatewayModel

extension JSONValue {
  /// The value as JSON text, a member a line, two blanks a level.
  ///
  /// - Complexity: linear in the length of the text.
  var indented: String {
    var text = ""
    writeIndented(to: &text, margin: "")
    return text
  }

  private func writeIndented(to text: inout String, margin: String) {
    let inner = margin + "  "
    switch self {
    case .array(let values) where !values.isEmpty:
      text += "["
      for (index, value) in values.enumerated() {
        text += (index > 0 ? ",\n" : "\n") + inner
        value.writeIndented(to: &text, margin: inner)
      }
      text += "\n\(margin)]"
    case .object(let object) where !object.members.isEmpty:
      text += "{"
      for (index, member) in object.members.enumerated() {
        text += (index > 0 ? ",\n" : "\n") + inner + JSONValue.string(member.name).text + ": "
        member.value.writeIndented(to: &text, margin: inner)
      }
      text += "\n\(margin)}"
    default: write(to: &text)
    }
  }
}
