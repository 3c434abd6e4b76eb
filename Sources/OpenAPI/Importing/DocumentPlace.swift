/// Where in a document a value stands, kept as a chain so that only errors cost a text.
final class DocumentPlace: Sendable {
  private let parent: DocumentPlace?
  private let name: String

  /// The place of the document itself.
  static let root = DocumentPlace(nil, "")

  private init(_ parent: DocumentPlace?, _ name: String) {
    self.parent = parent
    self.name = name
  }

  /// The place of a member or, by its number from 0, of an element.
  func appending(_ name: String) -> DocumentPlace {
    DocumentPlace(self, name)
  }

  /// The place as a JSON pointer; the root's is empty.
  ///
  /// Source: RFC 6901.
  var pointer: String {
    guard let parent else { return "" }
    let escaped = name.split(separator: "~", omittingEmptySubsequences: false)
      .joined(separator: "~0").split(separator: "/", omittingEmptySubsequences: false)
      .joined(separator: "~1")
    return "\(parent.pointer)/\(escaped)"
  }
}
