import GatewayModel

/// A gateway response that an API replaced, with its variables filled in.
///
/// Not the template language: variables are replaced by name and everything else is text.
/// Source: API Gateway developer guide, "Gateway responses in API Gateway".
struct GatewayResponseText {
  /// The status to send.
  let status: Int
  /// The headers that are static or filled from a variable, sorted by name.
  let headers: [(name: String, value: String)]
  /// The type of the template that was used.
  let contentType: String
  /// The body.
  let body: String

  /// Fills in what acts for a failure.
  ///
  /// - Parameters:
  ///   - failure: What happened.
  ///   - type: Its kind.
  ///   - set: The gateway responses that the API has replaced.
  ///   - request: What variables are taken from.
  init(
    _ failure: GatewayFailure, _ type: GatewayResponseType, among set: [GatewayResponse],
    for request: MethodRequest
  ) {
    let byType = Dictionary(set.map { ($0.responseType, $0) }, uniquingKeysWith: { $1 })
    let response = EffectiveGatewayResponse(of: type, among: byType)
    status = response.statusCode.flatMap { Int($0) } ?? failure.status
    let mediaType =
      response.responseTemplates["application/json"] != nil
      ? "application/json" : response.responseTemplates.keys.min()
    contentType = mediaType ?? "application/json"
    let variable = { Self.value(of: $0, failure, type, request) }
    body =
      mediaType.flatMap { response.responseTemplates[$0] }
      .map { Self.filled($0, variable: variable) } ?? ""
    headers = response.responseParameters.sorted { $0.key < $1.key }.compactMap { key, mapping in
      let prefix = "gatewayresponse.header."
      guard key.hasPrefix(prefix) else { return nil }
      let name = String(key.dropFirst(prefix.count))
      if mapping.count >= 2, mapping.first == "'", mapping.last == "'" {
        return (name, String(mapping.dropFirst().dropLast()))
      }
      return variable(mapping[...]).map { (name, $0) }
    }
  }

  /// The value of a variable without its `$`; nil for one that is not there.
  private static func value(
    of name: Substring, _ failure: GatewayFailure, _ type: GatewayResponseType,
    _ request: MethodRequest
  ) -> String? {
    switch name {
    case "context.error.message": return failure.message ?? "null"
    case "context.error.messageString": return failure.messageString
    case "context.error.responseType": return type.rawValue
    case validationError: return failure.validationError
    default:
      return MappingSource(String(name), of: "method.request.")?.values(in: request).last
    }
  }

  private static let validationError: Substring = "context.error.validationErrorString"

  /// Replaces each `$name` and `${name}`; a `$` before anything else is text.
  ///
  /// What a validation found quotes the body, so it is written as JSON: within quotes that stand in the
  /// template, or else with quotes of its own.
  static func filled(_ template: String, variable: (Substring) -> String?) -> String {
    var result = ""
    var rest = template[...]
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      let isBraced = rest.first == "{"
      let start = isBraced ? rest.dropFirst() : rest
      var name = start.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" || $0 == "-" }
      while !isBraced, name.last == "." { name = name.dropLast() }
      guard name.first?.isLetter == true else {
        result += "$"
        continue
      }
      let value = variable(name) ?? ""
      if name == validationError {
        let quoted = JSONValue.string(value).text
        result += result.last == "\"" ? String(quoted.dropFirst().dropLast()) : quoted
      } else {
        result += value
      }
      rest = rest[name.endIndex...]
      if isBraced, rest.first == "}" { rest = rest.dropFirst() }
    }
    return result + rest
  }
}
