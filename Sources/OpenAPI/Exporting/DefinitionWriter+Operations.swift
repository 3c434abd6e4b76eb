import GatewayModel

extension DefinitionWriter {
  /// A method as an operation.
  func operation(_ method: Method, at path: String) -> JSONValue {
    var operation = JSONObject()
    operation.add("operationId", text: method.operationName)
    if dialect == .swagger {
      operation.add("consumes", list(method.consumedTypes))
      operation.add("produces", list(method.producedTypes))
    }
    operation.add("parameters", parameters(of: method, at: path))
    if dialect == .oas30, let models = method.requestModels, !models.isEmpty {
      operation.add("requestBody", ["content": content(models), "required": true])
    }
    operation.add("responses", responses(of: method))
    operation.add("security", security(of: method))
    if extensions.contains(.gateway), let id = method.requestValidatorId {
      let validator = snapshot.requestValidators.first { $0.id == id }
      operation.add("x-amazon-apigateway-request-validator", text: validator?.name)
    }
    if extensions.contains(.integrations), let integration = method.methodIntegration {
      operation.add("x-amazon-apigateway-integration", self.integration(integration))
    }
    return .object(operation)
  }

  private func list(_ texts: [String]) -> JSONValue? {
    texts.isEmpty ? nil : .array(texts.map(JSONValue.string))
  }

  /// What the method declares, and the variables of its path, which every document must declare.
  private func parameters(of method: Method, at path: String) -> JSONValue? {
    let places = ["querystring": "query", "header": "header", "path": "path"]
    var declared = method.requestParameters ?? [:]
    for segment in path.split(separator: "/") {
      guard let name = ResourceRules.variableName(of: String(segment)) else { continue }
      declared["method.request.path.\(name)"] = true
    }
    var parameters: [JSONValue] = []
    for (key, isRequired) in declared.sorted(by: { $0.key < $1.key }) {
      let parts = key.split(separator: ".", maxSplits: 3)
      guard parts.count == 4, let place = places[String(parts[2])] else { continue }
      parameters.append(
        parameter(String(parts[3]), in: place, isRequired: isRequired || place == "path"))
    }
    if dialect == .swagger, let model = Self.first(method.requestModels) {
      parameters.append([
        "in": "body", "name": .string(model), "required": true, "schema": reference(to: model),
      ])
    }
    return parameters.isEmpty ? nil : .array(parameters)
  }

  private func parameter(_ name: String, in place: String, isRequired: Bool) -> JSONValue {
    var parameter = JSONObject()
    parameter.add("name", text: name)
    parameter.add("in", text: place)
    switch dialect {
    case .swagger:
      parameter.add("required", .bool(isRequired))
      parameter.add("type", "string")
    case .oas30:
      parameter.add("required", isRequired ? true : nil)
      parameter.add("schema", ["type": "string"])
    }
    return .object(parameter)
  }

  private func responses(of method: Method) -> JSONValue {
    var responses = JSONObject()
    for (status, response) in method.methodResponses.sorted(by: { $0.key < $1.key }) {
      var object = JSONObject()
      object.add("description", text: "\(status) response")
      if dialect == .swagger, let model = Self.first(response.responseModels) {
        object.add("schema", reference(to: model))
      }
      object.add("headers", headers(of: response))
      if dialect == .oas30 { object.add("content", content(response.responseModels ?? [:])) }
      responses.add(status, .object(object))
    }
    return .object(responses)
  }

  private func headers(of response: MethodResponse) -> JSONValue? {
    let prefix = "method.response.header."
    let names = (response.responseParameters ?? [:]).keys.filter { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count)) }.sorted()
    guard !names.isEmpty else { return nil }
    let type: JSONValue =
      dialect == .swagger ? ["type": "string"] : ["schema": ["type": "string"]]
    return .object(JSONObject(names.map { ($0, type) }))
  }

  private func content(_ models: [String: String]) -> JSONValue {
    .object(JSONObject(sorting: models.mapValues { ["schema": reference(to: $0)] }))
  }

  /// Swagger has one schema for all content types: that of the first.
  private static func first(_ models: [String: String]?) -> String? {
    models?.min { $0.key < $1.key }?.value
  }

  private func reference(to model: String) -> JSONValue {
    ["$ref": .string("#/\(dialect.schemaPath.joined(separator: "/"))/\(model)")]
  }
}

extension Method {
  /// What the method takes: by its models and its templates.
  ///
  /// Source: recorded answers of GetExport.
  fileprivate var consumedTypes: [String] {
    let templates = methodIntegration?.requestTemplates ?? [:]
    return Set((requestModels ?? [:]).keys).union(templates.keys).sorted()
  }

  /// What the method gives: by the models and templates of its responses.
  fileprivate var producedTypes: [String] {
    var types: Set<String> = []
    for response in methodResponses.values {
      types.formUnion((response.responseModels ?? [:]).keys)
    }
    for response in (methodIntegration?.integrationResponses ?? [:]).values {
      types.formUnion((response.responseTemplates ?? [:]).keys)
    }
    return types.sorted()
  }
}
