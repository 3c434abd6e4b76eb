import GatewayModel

/// What templates set under `$context.requestOverride` and `$context.responseOverride`.
///
/// Source: API Gateway developer guide, "Override your API's request and response parameters and
/// status codes".
struct MappingOverrides: Sendable {
  /// `header`, `querystring` and `path`.
  var request = JSONObject()
  /// `status` and `header`.
  var response = JSONObject()

  /// The status of the answer, if a template set one that an answer can have.
  var status: Int? {
    let status: Int? =
      switch response["status"] {
      case .integer(let value)?: Int(exactly: value)
      case .string(let text)?: Int(text)
      default: nil
      }
    return status.flatMap { (200...599).contains($0) ? $0 : nil }
  }

  /// The header fields of the answer; several values of one are joined by commas.
  var headers: [(name: String, value: String)] {
    Self.values(of: "header", in: response).map { ($0.name, $0.values.joined(separator: ",")) }
  }

  /// The header fields of the request to the backend.
  var requestHeaders: [(name: String, value: String)] {
    Self.values(of: "header", in: request).map { ($0.name, $0.values.joined(separator: ",")) }
  }

  /// The query of the request to the backend, each name with its values.
  var requestQuery: [(name: String, values: [String])] {
    Self.values(of: "querystring", in: request)
  }

  /// A parameter of the backend's path.
  func requestPath(_ name: String) -> String? {
    Self.values(of: "path", in: request).first { $0.name == name }?.values.last
  }

  private static func values(
    of place: String, in object: JSONObject
  ) -> [(name: String, values: [String])] {
    guard case .object(let members)? = object[place] else { return [] }
    return members.members.map { member in
      if case .array(let values) = member.value { return (member.name, values.map(text)) }
      return (member.name, [text(member.value)])
    }
  }

  private static func text(_ value: JSONValue) -> String {
    if case .string(let text) = value { return text }
    return value.text
  }
}
