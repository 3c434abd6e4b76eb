/// Names of header fields, among which one is found in any case and without making a string of it.
struct FieldNames: Sendable {
  /// The names in lower case without anything between them, the shortest first.
  private var text: [UInt8] = []
  /// Where the names of a length stand in `text`, by that length.
  private var places: [Range<Int>] = []

  init(_ names: some Sequence<String>) {
    let names = names.map { Array($0.lowercased().utf8) }.filter { !$0.isEmpty }
    for name in names.sorted(by: { $0.count < $1.count }) {
      while places.count <= name.count { places.append(text.count..<text.count) }
      text += name
      places[name.count] = places[name.count].lowerBound..<text.count
    }
  }

  /// Whether a name is among them.
  ///
  /// - Complexity: linear in the number of names that are as long as this one.
  func contains(_ name: UnsafeRawBufferPointer) -> Bool {
    guard !name.isEmpty, name.count < places.count else { return false }
    let place = places[name.count]
    return text.withUnsafeBufferPointer { text in
      stride(from: place.lowerBound, to: place.upperBound, by: name.count).contains { start in
        (0..<name.count).allSatisfy { Self.lowercase(name[$0]) == text[start + $0] }
      }
    }
  }

  /// Whether a name is among them.
  func contains(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { contains(UnsafeRawBufferPointer($0)) }
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
