/// The versions of OpenAPI that are read and written.
public enum Dialect: String, Sendable, Hashable, CaseIterable {
  /// OpenAPI 2.0.
  case swagger
  /// OpenAPI 3.0.
  case oas30

  /// The names that lead to the schemas.
  var schemaPath: [String] {
    switch self {
    case .swagger: ["definitions"]
    case .oas30: ["components", "schemas"]
    }
  }

  /// The names that lead to the security schemes.
  var securityPath: [String] {
    switch self {
    case .swagger: ["securityDefinitions"]
    case .oas30: ["components", "securitySchemes"]
    }
  }
}
