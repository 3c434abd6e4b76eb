import GatewayModel

/// Follows the references of a document to places in the same document, and to nowhere else.
struct References {
  private let root: DocumentNode
  /// The members of objects that were looked into, by place: a document may have thousands of schemas.
  private var indices: [String: [String: JSONValue]] = [:]

  /// The references of a document.
  init(_ root: DocumentNode) {
    self.root = root
  }

  /// The value a node stands for: itself, or what its reference leads to.
  ///
  /// - Throws: `DocumentError` for a reference to a file or an address, to nothing, or in a circle.
  mutating func resolved(_ node: DocumentNode) throws(DocumentError) -> DocumentNode {
    var node = node
    var seen: Set<String> = []
    while let reference = node["$ref"] {
      let text = try reference.text()
      guard seen.insert(text).inserted else {
        throw reference.failure("the reference \(text) leads in a circle")
      }
      guard seen.count <= DocumentLimits.referenceHops else {
        throw reference.failure(
          "more than \(DocumentLimits.referenceHops) references lead to each other")
      }
      node = try target(of: text, from: reference)
    }
    return node
  }

  /// The value at a reference such as `#/parameters/limit`.
  mutating func target(
    of text: String, from reference: DocumentNode
  ) throws(DocumentError) -> DocumentNode {
    guard text == "#" || text.hasPrefix("#/") else {
      throw reference.failure(
        "the reference \(text) leaves the document; references to files and addresses are not "
          + "followed")
    }
    var node = root
    for token in Self.tokens(of: text) {
      guard let next = child(token, of: node) else {
        throw reference.failure("the reference \(text) leads to nothing")
      }
      node = next
    }
    return node
  }

  /// The names a reference leads through, escapes undone.
  static func tokens(of text: String) -> [String] {
    text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { token in
      let decoded = percentDecoded(token)
      return decoded.split(separator: "~1", omittingEmptySubsequences: false)
        .joined(separator: "/").split(separator: "~0", omittingEmptySubsequences: false)
        .joined(separator: "~")
    }
  }

  private mutating func child(_ name: String, of node: DocumentNode) -> DocumentNode? {
    switch node.value {
    case .array(let values):
      guard let index = Int(name), values.indices.contains(index) else { return nil }
      return DocumentNode(value: values[index], place: node.place.appending(name))
    case .object(let object):
      let place = node.place.pointer
      let members =
        indices[place]
        ?? Dictionary(object.members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
      indices[place] = members
      return members[name].map { DocumentNode(value: $0, place: node.place.appending(name)) }
    default: return nil
    }
  }

  private static func percentDecoded(_ text: Substring) -> String {
    guard text.contains("%") else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.first {
      let digits = String(rest.dropFirst().prefix(2)) ?? ""
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let code = UInt8(digits, radix: 16) {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
