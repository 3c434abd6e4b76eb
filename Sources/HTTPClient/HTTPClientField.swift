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

  /// Adds the field as a line for the library, which ends it, with a zero byte after it.
  func append(to lines: inout [UInt8]) {
    lines.append(contentsOf: name.utf8)
    // An empty value needs a sign of its own.
    lines.append(contentsOf: value.isEmpty ? ";".utf8 : ": ".utf8)
    lines.append(contentsOf: value)
    lines.append(0)
  }

  /// Whether this is its name.
  ///
  /// - Parameter lowercaseName: In lower case; the field's may be in any.
  func isNamed(_ lowercaseName: StaticString) -> Bool {
    guard name.utf8.count == lowercaseName.utf8CodeUnitCount else { return false }
    var other = lowercaseName.utf8Start
    for byte in name.utf8 {
      guard HTTPClientResponseHead.lower(byte) == other.pointee else { return false }
      other += 1
    }
    return true
  }
}
