/// A JSON schema by name, for requests and responses.
public struct Model: Sendable, Hashable, Codable {
  /// 6 lower-case letters and digits.
  public var id: String
  /// Letters and digits, unique in the API.
  public var name: String
  /// Free text.
  public var description: String?
  /// The schema, JSON text.
  public var schema: String?
  /// For example `application/json`.
  public var contentType: String

  /// A model.
  public init(
    id: String, name: String, description: String? = nil, schema: String? = nil,
    contentType: String
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.schema = schema
    self.contentType = contentType
  }
}
