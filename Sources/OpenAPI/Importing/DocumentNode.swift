import GatewayModel

/// A value of a document with its place; members that are null count as not there.
struct DocumentNode: Sendable {
  /// The value.
  let value: JSONValue
  /// Where it stands.
  let place: DocumentPlace

  /// A member of an object, or nil if there is none or this is no object.
  ///
  /// - Complexity: linear in the number of members.
  subscript(name: String) -> DocumentNode? {
    guard case .object(let object) = value, let member = object[name], member != .null else {
      return nil
    }
    return DocumentNode(value: member, place: place.appending(name))
  }

  /// The members of an object, those that are null left out.
  ///
  /// - Throws: `DocumentError` for anything but an object.
  func members() throws(DocumentError) -> [(name: String, node: DocumentNode)] {
    guard case .object(let object) = value else { throw expected("an object") }
    return object.members.filter { $0.value != .null }.map { member in
      (member.name, DocumentNode(value: member.value, place: place.appending(member.name)))
    }
  }

  /// The elements of a list.
  ///
  /// - Throws: `DocumentError` for anything but a list.
  func elements() throws(DocumentError) -> [DocumentNode] {
    guard case .array(let values) = value else { throw expected("a list") }
    return values.enumerated().map { index, value in
      DocumentNode(value: value, place: place.appending(String(index)))
    }
  }

  /// A text; numbers and truths count as their own text, since YAML needs no quotes around `1.0`.
  ///
  /// - Throws: `DocumentError` for a list, an object and null.
  func text() throws(DocumentError) -> String {
    switch value {
    case .string(let text): return text
    case .integer, .double, .bool: return value.text
    case .null, .array, .object: throw expected("a text")
    }
  }

  /// A truth; a text that says one counts as it.
  ///
  /// - Throws: `DocumentError` for anything else.
  func truth() throws(DocumentError) -> Bool {
    switch value {
    case .bool(let truth): return truth
    case .string("true"): return true
    case .string("false"): return false
    default: throw expected("true or false")
    }
  }

  /// A whole number; a text that says one counts as it.
  ///
  /// - Throws: `DocumentError` for anything else.
  func integer() throws(DocumentError) -> Int {
    switch value {
    case .integer(let number): return Int(number)
    case .string(let text):
      if let number = Int(text) { return number }
    default: break
    }
    throw expected("a whole number")
  }

  /// A list of texts; a single text counts as a list of one.
  ///
  /// - Throws: `DocumentError` for anything else.
  func texts() throws(DocumentError) -> [String] {
    if case .string(let text) = value { return [text] }
    var texts: [String] = []
    for element in try elements() { texts.append(try element.text()) }
    return texts
  }

  /// An error at this place.
  func failure(_ reason: String) -> DocumentError {
    DocumentError(reason, at: .pointer(place.pointer))
  }

  private func expected(_ what: String) -> DocumentError {
    let found =
      switch value {
      case .null: "null"
      case .bool, .integer, .double: value.text
      case .string: "a text"
      case .array: "a list"
      case .object: "an object"
      }
    return failure("expected \(what), but it is \(found)")
  }
}
