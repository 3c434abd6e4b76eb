/// What of an API a documentation part is about.
///
/// Source: API Gateway REST API reference, DocumentationPartLocation.
public struct DocumentationPartLocation: Sendable, Hashable, Codable {
  /// `API`, `RESOURCE`, `METHOD`, `RESPONSE_HEADER` and others, twelve in all.
  public var type: String
  /// A resource path; nil is the root.
  public var path: String?
  /// A verb, or `*` for all.
  public var method: String?
  /// Three digits, or `*` for all.
  public var statusCode: String?
  /// The name of a parameter, header, model or authorizer.
  public var name: String?

  /// A place in an API.
  ///
  /// An empty member is one that is not set: Terraform sends all of them, whatever the type.
  public init(
    type: String, path: String? = nil, method: String? = nil, statusCode: String? = nil,
    name: String? = nil
  ) {
    self.type = type
    self.path = path?.nonEmpty
    self.method = method?.nonEmpty
    self.statusCode = statusCode?.nonEmpty
    self.name = name?.nonEmpty
  }

  private enum CodingKeys: String, CodingKey {
    case type, path, method, statusCode, name
  }

  /// Reads a place as it is sent and kept.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      type: try members.decode(String.self, forKey: .type),
      path: try members.decodeIfPresent(String.self, forKey: .path),
      method: try members.decodeIfPresent(String.self, forKey: .method),
      statusCode: try members.decodeIfPresent(String.self, forKey: .statusCode),
      name: try members.decodeIfPresent(String.self, forKey: .name))
  }

  /// The place as API Gateway prints it.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("method", text: method)
    object.add("name", text: name)
    object.add("path", text: path)
    object.add("statusCode", text: statusCode)
    object.add("type", text: type)
    return .object(object)
  }

  /// The place in words: `METHOD GET /pets`.
  public var label: String {
    [type, method, path, statusCode, name].compactMap(\.self).joined(separator: " ")
  }

  /// The types, in the order API Gateway's enumeration error lists them.
  ///
  /// Source: recorded answer to an unknown type.
  static let types = [
    "RESPONSE_BODY", "RESPONSE", "METHOD", "MODEL", "AUTHORIZER", "RESPONSE_HEADER", "RESOURCE",
    "PATH_PARAMETER", "REQUEST_BODY", "QUERY_PARAMETER", "API", "REQUEST_HEADER",
  ]

  /// The members a type may have besides itself; a name it may have it must have.
  static let members: [String: Set<String>] = [
    "API": [], "AUTHORIZER": ["name"], "MODEL": ["name"], "RESOURCE": ["path"],
    "METHOD": ["path", "method"], "PATH_PARAMETER": ["path", "method", "name"],
    "QUERY_PARAMETER": ["path", "method", "name"], "REQUEST_HEADER": ["path", "method", "name"],
    "REQUEST_BODY": ["path", "method"], "RESPONSE": ["path", "method", "statusCode"],
    "RESPONSE_HEADER": ["path", "method", "statusCode", "name"],
    "RESPONSE_BODY": ["path", "method", "statusCode"],
  ]

  /// The members that are set, besides the type.
  var given: [(name: String, text: String)] {
    [("path", path), ("method", method), ("statusCode", statusCode), ("name", name)]
      .compactMap { name, text in text.map { (name, $0) } }
  }
}
