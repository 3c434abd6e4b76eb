import GatewayModel

/// Writes what a stage serves as a document's value, members in the order API Gateway has them.
struct DefinitionWriter {
  let source: ExportSource
  let dialect: Dialect
  let extensions: ExportExtensions
  /// The name of the scheme for API keys, which no authorizer has.
  let keyScheme: String
  /// The name of the scheme for signed requests, which no authorizer has.
  let signatureScheme: String

  /// A writer for one stage.
  init(_ source: ExportSource, dialect: Dialect, extensions: ExportExtensions) {
    self.source = source
    self.dialect = dialect
    self.extensions = extensions
    let taken = Set(source.snapshot.authorizers.map(\.name))
    func free(_ name: String) -> String { taken.contains(name) ? free(name + "_") : name }
    keyScheme = free("api_key")
    signatureScheme = free("sigv4")
  }

  var snapshot: ApiSnapshot { source.snapshot }

  /// The whole document.
  var document: JSONValue {
    var document = JSONObject()
    switch dialect {
    case .swagger: addSwaggerHead(to: &document)
    case .oas30: addOpenAPIHead(to: &document)
    }
    document.add("paths", paths)
    let schemas = schemas
    let schemes = securitySchemes
    switch dialect {
    case .swagger:
      document.add("securityDefinitions", schemes)
      document.add("definitions", schemas)
    case .oas30:
      var components = JSONObject()
      components.add("schemas", schemas)
      components.add("securitySchemes", schemes)
      document.add("components", .object(components))
    }
    if extensions.contains(.gateway) { addOwnExtensions(to: &document) }
    return .object(document)
  }

  private func addSwaggerHead(to document: inout JSONObject) {
    document.add("swagger", "2.0")
    var info = JSONObject()
    info.add("description", text: source.api.description)
    info.add("version", text: source.version)
    info.add("title", text: source.api.name)
    document.add("info", .object(info))
    document.add("host", text: source.host)
    document.add("basePath", text: "/\(source.stage)")
    document.add("schemes", ["https"])
  }

  private func addOpenAPIHead(to document: inout JSONObject) {
    document.add("openapi", "3.0.1")
    var info = JSONObject()
    info.add("title", text: source.api.name)
    info.add("description", text: source.api.description)
    info.add("version", text: source.version)
    document.add("info", .object(info))
    document.add(
      "servers",
      [
        [
          "url": .string("https://\(source.host)/{basePath}"),
          "variables": ["basePath": ["default": .string("/\(source.stage)")]],
        ]
      ])
  }

  private var paths: JSONValue {
    var paths = JSONObject()
    for route in snapshot.routes {
      var item = JSONObject()
      for method in route.methods {
        item.add(
          method.httpMethod == "ANY"
            ? "x-amazon-apigateway-any-method" : method.httpMethod.lowercased(),
          operation(method, at: route.path))
      }
      paths.add(route.path, .object(item))
    }
    return .object(paths)
  }
}
