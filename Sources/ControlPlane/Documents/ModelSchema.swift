import GatewayModel

/// Schemas of an API's models that refer to each other.
///
/// A reference is `…/restapis/ID/models/NAME`; whatever else `$ref` names stays as it is.
/// Source: API Gateway developer guide, "Create a model" and GetModel's `flatten`.
struct ModelSchema {
  private let models: [String: Model]

  /// The models of an API.
  init(of api: ApiState) {
    models = api.models
  }

  /// A model's schema with every model it refers to under `definitions`.
  ///
  /// - Complexity: linear in the size of all schemas it reaches.
  func flattened(_ model: Model) -> String? {
    guard let text = model.schema, let schema = try? JSONValue(reading: text) else {
      return model.schema
    }
    var definitions: [String: JSONValue] = [:]
    let rewritten = rewrite(schema, into: &definitions)
    guard !definitions.isEmpty, case .object(let object) = rewritten else { return text }
    var members = object.members.map { ($0.name, $0.value) }.filter { $0.0 != "definitions" }
    if case .object(let own)? = object["definitions"] {
      for member in own.members { definitions[member.name] = member.value }
    }
    members.append(("definitions", .object(JSONObject(sorting: definitions))))
    return JSONValue.object(JSONObject(members)).text
  }

  /// A mapping template that makes a sample of the model.
  func sampleTemplate(_ model: Model) -> String {
    let root = "#set($inputRoot = $input.path('$'))\n"
    guard let text = model.schema, let schema = try? JSONValue(reading: text) else {
      return root + "{ }"
    }
    var path: [String] = [model.name]
    return root + sample(schema, indent: "", &path)
  }

  private func rewrite(_ value: JSONValue, into definitions: inout [String: JSONValue]) -> JSONValue
  {
    switch value {
    case .array(let values):
      return .array(values.map { rewrite($0, into: &definitions) })
    case .object(let object):
      return .object(
        JSONObject(
          object.members.map { member in
            guard member.name == "$ref", let name = modelName(member.value) else {
              return (member.name, rewrite(member.value, into: &definitions))
            }
            define(name, in: &definitions)
            return (member.name, .string("#/definitions/\(name)"))
          }))
    default: return value
    }
  }

  private func define(_ name: String, in definitions: inout [String: JSONValue]) {
    guard definitions[name] == nil, let text = models[name]?.schema,
      let schema = try? JSONValue(reading: text)
    else { return }
    definitions[name] = .object(JSONObject())
    definitions[name] = rewrite(schema, into: &definitions)
  }

  /// The model a reference names, if it names one of this API's.
  private func modelName(_ value: JSONValue?) -> String? {
    guard case .string(let reference)? = value else { return nil }
    let parts = reference.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[parts.count - 2] == "models" else { return nil }
    let name = String(parts[parts.count - 1])
    return models[name] == nil ? nil : name
  }

  /// A sample of what a schema describes.
  ///
  /// - Parameter path: The models on the way here; one that refers to itself is cut off there.
  private func sample(
    _ schema: JSONValue, indent: String, _ path: inout [String]
  ) -> String {
    guard case .object(let object) = schema, indent.utf8.count < Self.indentLimit else {
      return "{ }"
    }
    if let name = modelName(object["$ref"]) {
      guard !path.contains(name), let text = models[name]?.schema,
        let other = try? JSONValue(reading: text)
      else { return "{ }" }
      path.append(name)
      defer { path.removeLast() }
      return sample(other, indent: indent, &path)
    }
    if case .object(let properties)? = object["properties"] {
      let inner = indent + "  "
      let members = properties.members.map { member in
        "\(inner)\(JSONValue.string(member.name).text) : "
          + sample(member.value, indent: inner, &path)
      }
      return "{\n\(members.joined(separator: ",\n"))\n\(indent)}"
    }
    if let items = object["items"] {
      let inner = indent + "  "
      return "[\n\(inner)"
        + "##Let this loop run over the list of the input\n"
        + "#foreach($elem in $inputRoot)\n\(inner)"
        + sample(items, indent: inner, &path)
        + "#if($foreach.hasNext),#end\n#end\n\(indent)]"
    }
    return Self.scalar(object["type"])
  }

  private static func scalar(_ type: JSONValue?) -> String {
    switch type {
    case .string("string"): "\"foo\""
    case .string("integer"): "42"
    case .string("number"): "42.0"
    case .string("boolean"): "true"
    case .string("array"): "[ ]"
    default: "{ }"
    }
  }

  /// The deepest indent of a sample, in characters.
  private static let indentLimit = 64
}
