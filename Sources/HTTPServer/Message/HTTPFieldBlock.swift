/// Header fields as they stand on the wire, checked once for many answers.
public struct HTTPFieldBlock: Sendable, Hashable {
  /// Lines with their ends.
  let bytes: [UInt8]

  /// Makes the lines of some fields; one whose name is no token, or whose value has control bytes,
  /// is left out.
  ///
  /// - Parameter fields: In the order they are sent.
  public init(_ fields: [(name: String, value: String)]) {
    var bytes: [UInt8] = []
    for (name, value) in fields {
      let value = Array(value.utf8)
      guard !name.isEmpty, name.utf8.allSatisfy(ASCII.isToken),
        value.withUnsafeBytes(ASCII.isFieldContent)
      else { continue }
      bytes += "\(name): ".utf8
      bytes += value
      bytes += "\r\n".utf8
    }
    self.bytes = bytes
  }
}
