/// The documentation parts of an OpenAPI document.
///
/// Source: API Gateway developer guide, "x-amazon-apigateway-documentation".
struct DocumentationFile {
  /// A part as the document has it.
  struct Part {
    let location: DocumentationPartLocation
    let properties: String
  }

  /// The parts, each place once: the last one said.
  let parts: [Part]
  /// What was left out, and why.
  let warnings: [String]

  /// Values of a document: room for as many parts as an API can have, and for what they stand among.
  static let valueLimit = 100_000

  /// Reads a document.
  ///
  /// - Throws: `badRequest` for what is no JSON object, has no list of parts or more than `valueLimit`
  ///   values.
  /// - Complexity: linear in the length of the text.
  init(_ text: String) throws(CommandError) {
    let document = try? JSONValue(
      reading: Array(text.utf8), rules: JSONReadingRules(valueLimit: Self.valueLimit))
    let holder = document?["x-amazon-apigateway-documentation"] ?? document
    guard case .array(let entries) = holder?["documentationParts"] else {
      throw CommandError(
        .badRequest, "Unable to build importer with provided input.", field: "body",
        remedy: "Give an OpenAPI document with x-amazon-apigateway-documentation, as JSON.")
    }
    var parts: [Part?] = []
    var places: [DocumentationPartLocation: Int] = [:]
    var warnings: [String] = []
    for (index, entry) in entries.enumerated() {
      guard let part = Self.part(entry) else {
        warnings.append("Documentation part \(index + 1) is ignored: its location is not valid")
        continue
      }
      if let known = places.updateValue(parts.count, forKey: part.location) {
        warnings.append("\(part.location.label) is documented twice: the last one holds")
        parts[known] = nil
      }
      parts.append(part)
    }
    self.parts = parts.compactMap(\.self)
    self.warnings = warnings
  }

  private static func part(_ entry: JSONValue) -> Part? {
    guard let place = entry["location"], let type = place["type"]?.string,
      let properties = entry["properties"]
    else { return nil }
    let location = DocumentationPartLocation(
      type: type, path: place["path"]?.string, method: place["method"]?.string,
      statusCode: place["statusCode"]?.string, name: place["name"]?.string)
    var violations = ConstraintViolations()
    DocumentationPart.check(location, of: "documentationParts", into: &violations)
    guard (try? violations.throwIfAny()) != nil else { return nil }
    return Part(location: location, properties: properties.string ?? properties.text)
  }
}

extension JSONValue {
  /// A member of an object.
  fileprivate subscript(name: String) -> JSONValue? {
    if case .object(let object) = self { object[name] } else { nil }
  }

  /// A text.
  fileprivate var string: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
