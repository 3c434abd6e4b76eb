/// A header field of a request, as bytes: a value may be in any encoding, or in none.
public struct HTTPClientField: Sendable, Hashable {
  /// A token, compared without case.
  public var name: String
  /// The value without blanks around it; no control bytes but the tab.
  public var value: [UInt8]

  /// A field with a value of any bytes.
  public init(_ name: String, bytes value: some Sequence<UInt8>) {
    self.name = name
    self.value = Array(value)
  }

  /// A field with a value of text.
  public init(_ name: String, _ value: String) {
    self.init(name, bytes: value.utf8)
  }

  /// The field as a line for the library, ended as C ends texts; an empty value needs a sign of its
  /// own.
  var line: [UInt8] {
    let separator: StaticString = value.isEmpty ? ";" : ": "
    var line: [UInt8] = []
    line.reserveCapacity(name.utf8.count + value.count + 3)
    line.append(contentsOf: name.utf8)
    separator.withUTF8Buffer { line.append(contentsOf: $0) }
    line.append(contentsOf: value)
    line.append(0)
    return line
  }

  /// Whether this is the field of a name, given in lower case.
  func isNamed(_ lowercaseName: StaticString) -> Bool {
    lowercaseName.withUTF8Buffer { wanted in
      name.utf8.count == wanted.count
        && name.utf8.elementsEqual(wanted) { HTTPClientResponseHead.lower($0) == $1 }
    }
  }
}
