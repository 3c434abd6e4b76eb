import GatewayModel

extension DefinitionWriter {
  /// The models as schemas, or nil if there are none.
  ///
  /// The two models every API is made with are left out unless something refers to them.
  var schemas: JSONValue? {
    let used = usedModels
    let members = snapshot.models.filter { !$0.isUntouchedDefault || used.contains($0.name) }
      .map { ($0.name, schema(of: $0)) }
    return members.isEmpty ? nil : .object(JSONObject(members))
  }

  private func schema(of model: Model) -> JSONValue {
    guard let text = model.schema, let value = try? DocumentReader.value(of: Array(text.utf8)),
      case .object(let object) = value
    else { return .object(JSONObject()) }
    let kept = object.members.filter { $0.name != "$schema" }
    return rewritten(.object(JSONObject(kept.map { ($0.name, $0.value) })))
  }

  /// The schema with the addresses of other models as references within the document.
  private func rewritten(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let object):
      return .object(
        JSONObject(
          object.members.map { member in
            guard member.name == "$ref", case .string(let address) = member.value,
              let name = ModelAddress.modelName(address)
            else { return (member.name, rewritten(member.value)) }
            let path = dialect.schemaPath.joined(separator: "/")
            return (member.name, .string("#/\(path)/\(name)"))
          }))
    case .array(let values): return .array(values.map(rewritten))
    default: return value
    }
  }

  private var usedModels: Set<String> {
    var used: Set<String> = []
    for method in snapshot.routes.flatMap(\.methods) {
      used.formUnion((method.requestModels ?? [:]).values)
      for response in method.methodResponses.values {
        used.formUnion((response.responseModels ?? [:]).values)
      }
    }
    for model in snapshot.models {
      for name in ["Empty", "Error"]
      where model.schema?.contains("/models/\(name)\"") == true {
        used.insert(name)
      }
    }
    return used
  }
}

extension Model {
  /// Whether this is one of the two models an API is made with, as it was made.
  fileprivate var isUntouchedDefault: Bool {
    description == "This is a default empty schema model" && name == "Empty"
      || description == "This is a default error schema model" && name == "Error"
  }
}
