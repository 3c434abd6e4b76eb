/// A model of a definition.
public struct DefinedModel: Sendable, Hashable, Codable {
  /// Letters and digits, unique in the definition.
  public var name: String
  /// Free text.
  public var description: String?
  /// The schema, JSON text; other models are referred to by `ApiDefinition.modelReference`.
  public var schema: String
  /// For example `application/json`.
  public var contentType: String

  /// A model.
  public init(
    name: String, description: String? = nil, schema: String,
    contentType: String = "application/json"
  ) {
    self.name = name
    self.description = description
    self.schema = schema
    self.contentType = contentType
  }

  /// The schema as the API with this id has it.
  func schema(in apiId: RestApiID) -> String {
    guard schema.contains(ApiDefinition.apiIdPlaceholder) else { return schema }
    let pieces = schema.split(
      separator: ApiDefinition.modelReference(""), omittingEmptySubsequences: false)
    return pieces.joined(separator: ApiDefinition.modelReference("", of: apiId))
  }
}
