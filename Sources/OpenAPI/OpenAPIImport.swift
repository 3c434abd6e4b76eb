public import GatewayModel

/// Reads OpenAPI documents.
public enum OpenAPIImport {
  /// The definition of an API that a document holds.
  ///
  /// - Parameter bytes: OpenAPI 2.0 or 3.0 in JSON or YAML, UTF-8, at most
  ///   `DocumentLimits.documentBytes`.
  /// - Returns: The definition with its warnings.
  /// - Throws: `DocumentError` with line and column of what cannot be read, or with the JSON pointer of
  ///   what makes no sense.
  /// - Complexity: linear in the number of bytes and of the values that aliases repeat.
  public static func definition(of bytes: [UInt8]) throws(DocumentError) -> ApiDefinition {
    try DefinitionReader.definition(of: try DocumentReader.value(of: bytes))
  }
}
