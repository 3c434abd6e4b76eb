public import GatewayModel

/// Writes OpenAPI documents.
///
/// Source: recorded answers of GetExport.
public enum OpenAPIExport {
  /// How a document is written.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// JSON with an indent of two.
    case json
    /// YAML 1.2 that YAML 1.1 reads alike.
    case yaml

    /// The format an `Accept` header asks for.
    ///
    /// - Throws: `badRequest` for one that asks for neither.
    public init(accept: String?) throws(CommandError) {
      let types = (accept ?? "*/*").lowercased().split(separator: ",").map { part in
        part.split(separator: ";")[0].filter { $0 != " " }
      }
      for type in types {
        switch type {
        case "application/json", "*/*", "application/*", "application/octet-stream":
          self = .json
          return
        case "application/yaml", "application/x-yaml", "text/yaml":
          self = .yaml
          return
        default: continue
        }
      }
      throw CommandError(
        .badRequest,
        "Invalid accepts specified. Valid options are application/json,application/yaml",
        field: "accepts", remedy: "Ask for application/json or application/yaml.")
    }
  }

  /// The document of what a stage serves, as a value.
  ///
  /// - Parameters:
  ///   - source: The stage.
  ///   - dialect: The version of OpenAPI.
  ///   - extensions: Which extensions of API Gateway are written.
  /// - Complexity: linear in the size of the API.
  public static func document(
    of source: ExportSource, as dialect: Dialect, extensions: ExportExtensions = []
  ) -> JSONValue {
    DefinitionWriter(source, dialect: dialect, extensions: extensions).document
  }

  /// The document as text.
  public static func text(of document: JSONValue, as format: Format) -> String {
    switch format {
    case .json: JacksonText.text(of: document)
    case .yaml: YAMLWriter.text(of: document)
    }
  }

  /// The name a document is saved under, for example `swagger_1.0.0.json`.
  ///
  /// A version is anybody's text, so what could end a name or a header field becomes `_`.
  public static func fileName(
    of source: ExportSource, as dialect: Dialect, format: Format = .json
  ) -> String {
    let version = source.version.map { character in
      character.isASCII && (character.isLetter || character.isNumber || "._-:+".contains(character))
        ? character : "_"
    }
    return "\(dialect.rawValue)_\(String(version)).\(format.rawValue)"
  }
}
