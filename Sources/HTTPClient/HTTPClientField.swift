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

  /// The field as a line for the library, which ends it; an empty value needs a sign of its own.
  var line: [UInt8] {
    value.isEmpty ? Array("\(name);".utf8) : Array("\(name): ".utf8) + value
  }
}
