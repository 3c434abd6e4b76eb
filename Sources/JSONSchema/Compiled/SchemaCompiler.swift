import GatewayModel

/// Turns the text of a schema, and of the models it refers to, into nodes.
///
/// Each place of each document is compiled once, so that schemas may refer to themselves.
struct SchemaCompiler {
  /// A place in a document.
  struct Place: Hashable {
    /// The model's name; empty for the schema itself.
    var document: String
    /// A JSON pointer.
    var pointer: String

    var text: String { "\(document)#\(pointer)" }
    func below(_ name: String) -> Place {
      let escaped = name.split(separator: "~", omittingEmptySubsequences: false)
        .joined(separator: "~0")
        .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
      return Place(document: document, pointer: "\(pointer)/\(escaped)")
    }
  }

  private let model: (String) -> String?
  private var documents: [String: JSONValue] = [:]
  private var numbers: [Place: Int] = [:]
  private(set) var nodes: [SchemaNode] = []
  private var depth = 0

  /// - Parameter model: The schema of a model by its name.
  init(model: @escaping (String) -> String?) {
    self.model = model
  }

  /// The number of the schema a text holds.
  mutating func compile(_ text: String) throws(SchemaError) -> Int {
    let place = Place(document: "", pointer: "")
    documents[""] = try read(text, at: place)
    return try node(at: place)
  }

  private func read(_ text: String, at place: Place) throws(SchemaError) -> JSONValue {
    do throws(JSONReadingError) {
      return try JSONValue(reading: text)
    } catch {
      throw SchemaError(
        place: place.text, reason: "no JSON: \(error.reason) at byte \(error.offset)")
    }
  }

  /// The number of the schema at a place.
  mutating func node(at place: Place) throws(SchemaError) -> Int {
    if let number = numbers[place] { return number }
    guard let value = try value(at: place) else {
      throw SchemaError(place: place.text, reason: "there is no schema")
    }
    return try node(value, at: place)
  }

  /// The number of a schema whose value is at hand.
  mutating func node(_ value: JSONValue, at place: Place) throws(SchemaError) -> Int {
    if let number = numbers[place] { return number }
    guard case .object(let object) = value else {
      throw SchemaError(place: place.text, reason: "a schema must be an object")
    }
    guard nodes.count < JSONSchema.schemaLimit, depth < JSONSchema.depthLimit else {
      throw SchemaError(place: place.text, reason: "too many schemas, or too deep in each other")
    }
    depth += 1
    defer { depth -= 1 }
    let number = nodes.count
    nodes.append(SchemaNode())
    numbers[place] = number
    nodes[number] = try node(object, at: place)
    return number
  }

  /// The number of the schema a reference names.
  ///
  /// - Parameter reference: `#/pointer` within the document, or the address of a model with or without a
  ///   pointer behind it.
  mutating func referenced(_ reference: String, from place: Place) throws(SchemaError) -> Int {
    let halves = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let pointer = halves.count > 1 ? Self.unescaped(String(halves[1])) : ""
    guard !halves[0].isEmpty else {
      return try node(at: Place(document: place.document, pointer: pointer))
    }
    let prefix = "https://apigateway.amazonaws.com/restapis/"
    let parts = halves[0].dropFirst(prefix.count).split(separator: "/")
    guard halves[0].hasPrefix(prefix), parts.count == 3, parts[1] == "models" else {
      throw SchemaError(
        place: place.text, reason: "\(reference) is neither #/… nor the address of a model")
    }
    let target = Place(document: String(parts[2]), pointer: pointer)
    if documents[target.document] == nil {
      guard let text = model(target.document) else {
        throw SchemaError(place: place.text, reason: "there is no model \(target.document)")
      }
      documents[target.document] = try read(text, at: target)
    }
    return try node(at: target)
  }

  private func value(at place: Place) throws(SchemaError) -> JSONValue? {
    var value = documents[place.document]
    guard place.pointer.isEmpty || place.pointer.hasPrefix("/") else { return nil }
    for part in place.pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let name = Self.unescapedPart(part)
      switch value {
      case .object(let object)?: value = object[name]
      case .array(let values)?:
        value = Int(name).flatMap { values.indices.contains($0) ? values[$0] : nil }
      default: return nil
      }
    }
    return value
  }

  /// A pointer's part with `~1` for `/` and `~0` for `~`.
  private static func unescapedPart(_ part: Substring) -> String {
    var result = ""
    var rest = part
    while let tilde = rest.firstIndex(of: "~") {
      result += rest[..<tilde]
      rest = rest[rest.index(after: tilde)...]
      result += rest.first == "1" ? "/" : "~"
      rest = rest.dropFirst()
    }
    return result + rest
  }

  /// A fragment without percent escapes; a broken one stays as it is.
  private static func unescaped(_ fragment: String) -> String {
    var bytes: [UInt8] = []
    var rest = Substring(fragment).utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let code = UInt8(String(rest.prefix(2)) ?? "", radix: 16) {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
