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

  /// Fills a response in.
  ///
  /// - Parameters:
  ///   - response: What acts for the refusal.
  ///   - status: The status when the response names none.
  ///   - variables: By name without `$`, for example `context.error.message`; an unknown name is empty.
  init(_ response: EffectiveGatewayResponse, status: Int, variables: [String: String]) {
    self.status = response.statusCode.flatMap { Int($0) } ?? status
    let type =
      response.responseTemplates["application/json"] != nil
      ? "application/json" : response.responseTemplates.keys.min()
    contentType = type ?? "application/json"
    body =
      type.flatMap { response.responseTemplates[$0] }
      .map { Self.filled($0, variables: variables) } ?? ""
    headers = response.responseParameters.sorted { $0.key < $1.key }.compactMap { key, mapping in
      let prefix = "gatewayresponse.header."
      guard key.hasPrefix(prefix) else { return nil }
      let name = String(key.dropFirst(prefix.count))
      if mapping.count >= 2, mapping.first == "'", mapping.last == "'" {
        return (name, String(mapping.dropFirst().dropLast()))
      }
      return variables[mapping].map { (name, $0) }
    }
  }

  /// Replaces each `$name` and `${name}`; a `$` before anything else is text.
  static func filled(_ template: String, variables: [String: String]) -> String {
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
      result += variables[String(name)] ?? ""
      rest = rest[name.endIndex...]
      if isBraced, rest.first == "}" { rest = rest.dropFirst() }
    }
    return result + rest
  }
}
