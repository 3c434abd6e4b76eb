extension UnsafeRawBufferPointer {
  /// Whether the bytes are the UTF-8 of a text.
  func equals(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { equalsInConstantTime(UnsafeRawBufferPointer($0)) }
  }

  /// Whether the bytes are those of a secret, in a time that does not depend on where they differ.
  ///
  /// Lengths are no secret.
  func equalsInConstantTime(_ secret: UnsafeRawBufferPointer) -> Bool {
    guard count == secret.count else { return false }
    var difference: UInt64 = 0
    var index = 0
    while index + 8 <= count {
      difference |=
        loadUnaligned(fromByteOffset: index, as: UInt64.self)
        ^ secret.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      index += 8
    }
    while index < count {
      difference |= UInt64(self[index] ^ secret[index])
      index += 1
    }
    return difference == 0
  }
}

extension ContiguousArray<UInt8> {
  /// Whether a stretch of the array holds the same bytes.
  func equals(_ bytes: UnsafeRawBufferPointer, at start: Int, count: Int) -> Bool {
    guard bytes.count == count else { return false }
    for offset in 0..<count where self[start + offset] != bytes[offset] { return false }
    return true
  }
}
