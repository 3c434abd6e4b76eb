import GatewayModel

/// JSON text as API Gateway prints schemas and exports: two blanks a level, `"name" : value`, lists on
/// one line but for the objects in them.
///
/// Source: recorded answers of GetModel and GetExport.
enum JacksonText {
  /// The text of a value.
  ///
  /// - Complexity: linear in the length of the text.
  static func text(of value: JSONValue) -> String {
    var text = ""
    write(value, indent: "", to: &text)
    return text
  }

  private static func write(_ value: JSONValue, indent: String, to text: inout String) {
    switch value {
    case .object(let object) where object.members.isEmpty: text += "{ }"
    case .object(let object):
      let inner = indent + "  "
      for (index, member) in object.members.enumerated() {
        text += index == 0 ? "{\n" : ",\n"
        text += inner
        JSONValue.string(member.name).write(to: &text)
        text += " : "
        write(member.value, indent: inner, to: &text)
      }
      text += "\n\(indent)}"
    case .array(let values) where values.isEmpty: text += "[ ]"
    case .array(let values):
      for (index, value) in values.enumerated() {
        text += index == 0 ? "[ " : ", "
        write(value, indent: indent, to: &text)
      }
      text += " ]"
    default: value.write(to: &text)
    }
  }
}
