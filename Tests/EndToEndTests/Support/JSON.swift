import Foundation

/// A JSON value that tests read.
struct JSON: CustomStringConvertible {
  private let value: Any?

  init(_ text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  private init(value: Any?) { self.value = value }

  subscript(name: String) -> JSON { JSON(value: (value as? [String: Any])?[name]) }
  subscript(index: Int) -> JSON {
    JSON(value: items.indices.contains(index) ? items[index].value : nil)
  }

  var items: [JSON] { (value as? [Any] ?? []).map { JSON(value: $0) } }
  var members: [String: JSON] {
    (value as? [String: Any] ?? [:]).mapValues { JSON(value: $0) }
  }
  var string: String? { value as? String }
  var integer: Int? { (value as? NSNumber)?.intValue }

  var description: String { value.map { "\($0)" } ?? "nothing" }
}
