import FoundationEssentials
import GatewayModel

extension TemplateEvaluator {
  /// A method of `$input`.
  func callInput(
    _ name: String, _ arguments: [TemplateValue]
  ) throws(TemplateError) -> TemplateValue {
    switch (name, arguments.count) {
    case ("path", 1): return try bodyPart(arguments[0]) ?? .null
    case ("json", 1):
      // A path that leads nowhere gives an empty text in quotes.
      guard let value = try bodyPart(arguments[0]) else { return .string("\"\"") }
      return try made(try json(value).text)
    case ("params", 0): return .map(parameterMap)
    case ("params", 1): return parameter(try text(arguments[0]))
    default: return .null
    }
  }

  private func bodyPart(_ argument: TemplateValue) throws(TemplateError) -> TemplateValue? {
    let text = try text(argument)
    let path: JSONPath
    do throws(JSONPathError) {
      path = try JSONPath(text)
    } catch {
      throw .failed("the JSONPath “\(text.prefix(80))” is not supported: \(error.reason)")
    }
    return try value(at: path, in: try bodyValue())
  }

  /// A parameter of the path, else of the query, else a header, whose name may be in any case.
  ///
  /// Source: API Gateway developer guide, "Mapping template reference", `$input.params(x)`.
  private func parameter(_ name: String) -> TemplateValue {
    if let found = input.path.last(where: { $0.name == name })
      ?? input.querystring.last(where: { $0.name == name })
      ?? input.header.last(where: { $0.name == name })
    {
      return .string(found.value)
    }
    let lower = name.lowercased()
    let header = input.header.last { $0.name.lowercased() == lower }
    return header.map { .string($0.value) } ?? .null
  }

  /// A method of `$util`.
  func callUtil(
    _ name: String, _ arguments: [TemplateValue]
  ) throws(TemplateError) -> TemplateValue {
    guard arguments.count == 1 else { return .null }
    let text = try text(arguments[0])
    try step(bytes: text.utf8.count * 4)
    switch name {
    case "escapeJavaScript": return try made(JavaScriptText.escaped(text))
    case "urlEncode": return try made(FormText.encoded(text))
    case "urlDecode": return try made(FormText.decoded(text))
    case "base64Encode": return try made(Data(text.utf8).base64EncodedString())
    case "base64Decode":
      guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else {
        throw .failed("base64Decode of a text that is no Base64")
      }
      return try made(String(decoding: data, as: UTF8.self))
    case "parseJson":
      do throws(JSONReadingError) {
        return TemplateValue(try JSONValue(reading: text))
      } catch {
        throw .failed("parseJson: \(error.reason) at byte \(error.offset)")
      }
    default: return .null
    }
  }
}
