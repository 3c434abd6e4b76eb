/// The status and header fields of an answer, as bytes.
///
/// The fields are ranges over one buffer, since a proxy copies them on and needs no strings.
public struct HTTPClientResponseHead: Sendable {
  /// A header field: where its name and value stand in `bytes`.
  public struct Field: Sendable, Hashable {
    /// The name, in the case it was sent.
    public var name: Range<Int>
    /// The value, without the blanks around it.
    public var value: Range<Int>
  }

  /// Three digits, 200 to 999.
  public internal(set) var status: Int = 0
  /// What the fields' ranges count in.
  public internal(set) var bytes: [UInt8] = []
  /// The fields, in the order they came.
  public internal(set) var fields: [Field] = []

  /// The first value of a field, by its name in any case.
  public func value(of name: String) -> String? {
    var name = name
    return name.withUTF8 { wanted in
      bytes.withUnsafeBytes { bytes in
        let field = fields.first { field in
          field.name.count == wanted.count
            && wanted.indices.allSatisfy {
              Self.lower(bytes[field.name.lowerBound + $0]) == Self.lower(wanted[$0])
            }
        }
        return field.map { String(decoding: bytes[$0.value], as: UTF8.self) }
      }
    }
  }

  static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  mutating func reset(status: Int) {
    self.status = status
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    // What most heads fit in, so that they do not grow line by line.
    bytes.reserveCapacity(1_024)
    fields.reserveCapacity(16)
  }

  /// Takes in one line of a head, without its line end; a line without a colon is left out.
  mutating func append(line: UnsafeRawBufferPointer) {
    guard let colon = line.firstIndex(of: 0x3A), colon > 0 else { return }
    var start = colon + 1
    var end = line.count
    while start < end, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
    while end > start, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    let base = bytes.count
    bytes.append(contentsOf: line)
    fields.append(Field(name: base..<base + colon, value: base + start..<base + end))
  }
}
