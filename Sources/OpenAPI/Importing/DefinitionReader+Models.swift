import GatewayModel

extension DefinitionReader {
  /// Each schema of the document is a model.
  mutating func readModels() throws(DocumentError) {
    guard let schemas = node(at: dialect.schemaPath) else { return }
    let members = try schemas.members()
    modelNames = Set(members.map(\.name))
    for (name, node) in members {
      let schema = try schema(node)
      definition.models.append(DefinedModel(name: name, schema: JacksonText.text(of: schema)))
    }
  }

  /// The model of a schema where one is used: the one it refers to, or one made for it.
  ///
  /// - Returns: The model's name; nil for a schema that says nothing.
  mutating func model(of node: DocumentNode) throws(DocumentError) -> String? {
    if let reference = node["$ref"], let name = try modelName(reference) { return name }
    let schema = try schema(node)
    guard schema != .object(JSONObject()) else { return nil }
    let text = JacksonText.text(of: schema)
    if let name = inlineModels[text] { return name }
    let name = inlineName(for: text)
    inlineModels[text] = name
    definition.models.append(DefinedModel(name: name, schema: text))
    return name
  }

  /// The same schema has the same name in every import, so that importing a document again changes
  /// nothing; the form is the one AWS gives them.
  private mutating func inlineName(for text: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    while true {
      let digits = String(hash & 0xFF_FFFF, radix: 16)
      let name = "MODEL" + String(repeating: "0", count: 6 - digits.count) + digits
      if modelNames.insert(name).inserted { return name }
      hash = hash &+ 1
    }
  }

  /// A schema as a model has it: references to other schemas name their models.
  private mutating func schema(_ node: DocumentNode) throws(DocumentError) -> JSONValue {
    try schema(node, depth: 0)
  }

  private mutating func schema(
    _ node: DocumentNode, depth: Int
  ) throws(DocumentError) -> JSONValue {
    guard depth <= DocumentLimits.depth else {
      throw node.failure("the schema refers to itself, or has over \(DocumentLimits.depth) levels")
    }
    guard case .object(let object) = node.value else {
      throw node.failure("expected a schema, which is an object")
    }
    if let reference = node["$ref"] {
      if let name = try modelName(reference) {
        return ["$ref": .string(ApiDefinition.modelReference(name))]
      }
      let target = try references.target(of: try reference.text(), from: reference)
      return try schema(target, depth: depth + 1)
    }
    var members: [(String, JSONValue)] = []
    for member in object.members {
      let child = DocumentNode(value: member.value, place: node.place.appending(member.name))
      members.append((member.name, try keyword(child, named: member.name, depth: depth + 1)))
    }
    return .object(JSONObject(members))
  }

  /// Schemas stand in other schemas in three ways; all else is copied as it is.
  private mutating func keyword(
    _ node: DocumentNode, named name: String, depth: Int
  ) throws(DocumentError) -> JSONValue {
    switch (name, node.value) {
    case ("properties", .object), ("patternProperties", .object), ("definitions", .object),
      ("dependencies", .object):
      var members: [(String, JSONValue)] = []
      guard case .object(let object) = node.value else { return node.value }
      for member in object.members {
        let child = DocumentNode(value: member.value, place: node.place.appending(member.name))
        let isSchema = if case .object = member.value { true } else { false }
        members.append((member.name, isSchema ? try schema(child, depth: depth) : member.value))
      }
      return .object(JSONObject(members))
    case ("items", .object), ("additionalProperties", .object), ("additionalItems", .object),
      ("not", .object):
      return try schema(node, depth: depth)
    case ("allOf", .array), ("anyOf", .array), ("oneOf", .array), ("items", .array):
      var schemas: [JSONValue] = []
      for element in try node.elements() { schemas.append(try schema(element, depth: depth)) }
      return .array(schemas)
    default: return node.value
    }
  }

  /// The model a reference names: a whole schema of the document, or a model by API Gateway's address.
  ///
  /// - Returns: Nil for a reference to some other place of the document.
  private mutating func modelName(_ reference: DocumentNode) throws(DocumentError) -> String? {
    let text = try reference.text()
    if let name = ModelAddress.modelName(text) { return name }
    let tokens = References.tokens(of: text)
    guard text.hasPrefix("#/"), tokens.count == dialect.schemaPath.count + 1,
      tokens.starts(with: dialect.schemaPath), let name = tokens.last
    else { return nil }
    guard modelNames.contains(name) else {
      throw reference.failure("the reference \(text) leads to nothing")
    }
    return name
  }
}
