import GatewayModel

/// Reads a document's value as the definition of an API.
///
/// Strict in what shapes a document, lenient in what only decorates it: extensions with a wrong kind of
/// value become warnings, as on AWS.
/// Source: API Gateway developer guide, "Develop REST APIs using OpenAPI"; recorded answers of
/// ImportRestApi and PutRestApi.
struct DefinitionReader {
  let root: DocumentNode
  let dialect: Dialect
  var references: References
  var definition = ApiDefinition()
  /// By name, as the document declares them.
  var schemes: [String: SecurityScheme] = [:]
  /// The names of the document's models, and of those made for schemas without a name.
  var modelNames: Set<String> = []
  /// The models made for schemas without a name, by schema.
  var inlineModels: [String: String] = [:]
  /// The validator of operations that name none.
  var defaultValidator: String?

  private init(_ root: DocumentNode, dialect: Dialect) {
    self.root = root
    self.dialect = dialect
    references = References(root)
  }

  /// The definition a document's value holds.
  ///
  /// - Throws: `DocumentError` with the place.
  static func definition(of value: JSONValue) throws(DocumentError) -> ApiDefinition {
    let root = DocumentNode(value: value, place: .root)
    _ = try root.members()
    var reader = DefinitionReader(root, dialect: try dialect(of: root))
    try reader.readInfo()
    try reader.readBasePath()
    try reader.readModels()
    try reader.readValidators()
    try reader.readGatewayResponses()
    try reader.readSecuritySchemes()
    try reader.readOwnExtensions()
    try reader.readPaths()
    reader.adviseOnKeys()
    return reader.definition
  }

  private static func dialect(of root: DocumentNode) throws(DocumentError) -> Dialect {
    if let version = root["swagger"] {
      let text = try version.text()
      guard text == "2.0" || text == "2" else {
        throw version.failure("version \(text) is not known; 2.0 is")
      }
      return .swagger
    }
    guard let version = root["openapi"] else {
      throw root.failure("neither \"swagger\" nor \"openapi\" says what the document is")
    }
    let text = try version.text()
    guard text == "3.0" || text.hasPrefix("3.0.") else {
      throw version.failure("version \(text) is not known; 3.0 is")
    }
    return .oas30
  }

  private mutating func readInfo() throws(DocumentError) {
    guard let info = root["info"] else { return }
    _ = try info.members()
    definition.name = try info["title"]?.text()
    definition.description = try info["description"]?.text()
    definition.version = try info["version"]?.text()
  }

  mutating func warn(_ text: String) {
    definition.warnings.append(text)
  }

  /// The value a path of names leads to from the root, or nil.
  func node(at names: [String]) -> DocumentNode? {
    var node: DocumentNode? = root
    for name in names { node = node?[name] }
    return node
  }
}
