public import GatewayModel

/// A schema of JSON Schema draft 4, ready to judge values: what a model of an API is compiled to once, and
/// what every request of a validated method is held against.
///
/// What it says of a value that does not fit is worded as API Gateway's `$context.error.
/// validationErrorString` is.
/// Source: JSON Schema draft 4, core and validation; API Gateway developer guide, "Data models for REST
/// APIs".
public struct JSONSchema: Sendable {
  /// Schemas within one schema and the models it refers to.
  public static let schemaLimit = 10_000
  /// How deep schemas may stand in each other, and how deep a value is followed.
  public static let depthLimit = 128
  /// Steps that judging one value may take; a value that needs more does not fit.
  public static let stepLimit = 10_000_000
  /// What a value is told of at once.
  public static let violationLimit = 100

  private let nodes: [SharedSchemaNode]
  private let root: Int

  /// Compiles a schema.
  ///
  /// - Parameters:
  ///   - text: The schema, JSON.
  ///   - model: The schema of a model by its name, for references of the form
  ///     `https://apigateway.amazonaws.com/restapis/{id}/models/{name}`.
  /// - Throws: `SchemaError` for what is no schema, refers to what is not there, or has a regular
  ///   expression that cannot be matched here.
  /// - Complexity: linear in the size of the schema and of the models it refers to.
  public init(_ text: String, model: @escaping (String) -> String?) throws(SchemaError) {
    var compiler = SchemaCompiler(model: model)
    root = try compiler.compile(text)
    nodes = compiler.nodes.map(SharedSchemaNode.init)
  }

  /// What a value does wrong, in words; empty if it fits.
  ///
  /// A value is judged from the outside in: what is wrong inside a part is told only if the part itself
  /// fits.
  /// - Complexity: the size of the value times the size of the schema, never more than `stepLimit`
  ///   steps.
  public func violations(of value: JSONValue) -> [String] {
    var validation = SchemaValidation(nodes)
    return validation.violations(of: value, by: root)
  }

  /// The same for a body as it came: bytes that are no JSON do not fit.
  ///
  /// - Parameter body: The bytes; callers limit their number.
  public func violations(ofBody body: [UInt8]) -> [String] {
    do throws(JSONReadingError) {
      return violations(of: try JSONValue(reading: body))
    } catch {
      return ["Unknown error parsing request body"]
    }
  }
}
