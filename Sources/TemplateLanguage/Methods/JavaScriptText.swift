/// Text inside of a JavaScript text in quotes.
enum JavaScriptText {
  /// Both quotes, the backslash and the slash get a backslash; control characters and what is
  /// outside of ASCII become `\uXXXX`.
  ///
  /// Source: Apache Commons Lang 2.6, StringEscapeUtils.escapeJavaScript.
  static func escaped(_ text: String) -> String {
    var result = ""
    for unit in text.utf16 {
      switch unit {
      case 0x08: result += "\\b"
      case 0x09: result += "\\t"
      case 0x0A: result += "\\n"
      case 0x0C: result += "\\f"
      case 0x0D: result += "\\r"
      case 0x22: result += "\\\""
      case 0x27: result += "\\'"
      case 0x2F: result += "\\/"
      case 0x5C: result += "\\\\"
      case 0x20...0x7E: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      }
    }
    return result
  }
}
