import GatewayModel

extension DefinitionReader {
  private static let verbs: [String: String] = [
    "get": "GET", "put": "PUT", "post": "POST", "delete": "DELETE", "options": "OPTIONS",
    "head": "HEAD", "patch": "PATCH", "x-amazon-apigateway-any-method": "ANY",
  ]

  /// The paths with their methods.
  mutating func readPaths() throws(DocumentError) {
    guard let paths = root["paths"] else { return }
    for (path, item) in try paths.members() where !path.hasPrefix("x-") {
      guard path.hasPrefix("/") else {
        throw item.failure("a path begins with a slash")
      }
      let item = try references.resolved(item)
      var defined = DefinedPath(path: Self.withoutTrailingSlash(path))
      let shared = try item["parameters"]?.elements() ?? []
      for (name, operation) in try item.members() {
        if let verb = Self.verbs[name] {
          defined.methods.append(
            try method(verb, operation, at: defined.path, sharing: shared))
        } else if name == "trace" {
          warn("The method TRACE of resource '\(path)' was ignored; a gateway has none")
        }
      }
      definition.paths.append(defined)
    }
  }

  private static func withoutTrailingSlash(_ path: String) -> String {
    path != "/" && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  private mutating func method(
    _ verb: String, _ operation: DocumentNode, at path: String, sharing shared: [DocumentNode]
  ) throws(DocumentError) -> DefinedMethod {
    _ = try operation.members()
    var method = DefinedMethod(httpMethod: verb)
    method.operationName = try operation["operationId"]?.text()
    method.requestValidator =
      try operation["x-amazon-apigateway-request-validator"]?.text() ?? defaultValidator
    try readSecurity(of: operation, into: &method)
    try readParameters(of: operation, sharing: shared, at: path, into: &method)
    try readResponses(of: operation, at: path, into: &method)
    if let integration = operation["x-amazon-apigateway-integration"] {
      method.integration = try self.integration(
        try references.resolved(integration), of: verb, at: path)
    }
    return method
  }

  /// Parameters, and the variables of the path, which count as required ones.
  private mutating func readParameters(
    of operation: DocumentNode, sharing shared: [DocumentNode], at path: String,
    into method: inout DefinedMethod
  ) throws(DocumentError) {
    var parameters: [String: Bool] = [:]
    for segment in path.split(separator: "/") {
      if let name = ResourceRules.variableName(of: String(segment)) {
        parameters["method.request.path.\(name)"] = true
      }
    }
    let own = try operation["parameters"]?.elements() ?? []
    var body: DocumentNode?
    for node in shared + own {
      let parameter = try references.resolved(node)
      guard let place = try parameter["in"]?.text() else {
        throw parameter.failure("\"in\" is missing")
      }
      if place == "body" {
        body = parameter
        continue
      }
      guard let name = try parameter["name"]?.text() else {
        throw parameter.failure("\"name\" is missing")
      }
      let places = ["query": "querystring", "header": "header", "path": "path"]
      guard let kind = places[place] else {
        warn(
          "The parameter '\(name)' in '\(place)' of resource '\(path)' and method "
            + "'\(method.httpMethod)' was ignored")
        continue
      }
      let isRequired = try parameter["required"]?.truth() ?? false
      parameters["method.request.\(kind).\(name)"] = isRequired || kind == "path"
    }
    method.requestParameters = parameters.isEmpty ? nil : parameters
    try readBody(body, of: operation, into: &method)
  }

  private mutating func readBody(
    _ body: DocumentNode?, of operation: DocumentNode, into method: inout DefinedMethod
  ) throws(DocumentError) {
    var models: [String: String] = [:]
    switch dialect {
    case .swagger:
      guard let schema = body?["schema"], let model = try model(of: schema) else { return }
      for type in try mediaTypes("consumes", of: operation) { models[type] = model }
    case .oas30:
      guard let body = operation["requestBody"] else { return }
      models = try self.models(of: try references.resolved(body)["content"])
    }
    method.requestModels = models.isEmpty ? nil : models
  }

  /// The models of the content of a request or response.
  mutating func models(of content: DocumentNode?) throws(DocumentError) -> [String: String] {
    var models: [String: String] = [:]
    guard let content else { return models }
    for (type, media) in try content.members() {
      guard let schema = media["schema"], let model = try model(of: schema) else { continue }
      models[type] = model
    }
    return models
  }

  /// What an operation takes or gives: its own, the document's, or JSON.
  func mediaTypes(
    _ member: String, of operation: DocumentNode
  ) throws(DocumentError) -> [String] {
    let types = try (operation[member] ?? root[member])?.texts() ?? []
    return types.isEmpty ? ["application/json"] : types
  }
}
