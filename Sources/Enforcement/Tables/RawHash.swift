/// A fast hash over bytes, for tables that hold the operator's own names.
///
/// Callers only look up in these tables and never add to them, so a caller cannot lengthen a chain.
/// Key values are hashed by the standard library's keyed hash instead.
enum RawHash {
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of some bytes.
  static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var hash = (seed &+ UInt64(bytes.count)) &* multiplier
    var index = 0
    while index + 8 <= bytes.count {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var tail: UInt64 = 0
    while index < bytes.count {
      tail = tail << 8 | UInt64(bytes[index])
      index += 1
    }
    return mixed(hash ^ tail)
  }

  /// The hash of a text's UTF-8.
  static func of(_ text: String, seed: UInt64 = 0) -> UInt64 {
    var text = text
    return text.withUTF8 { of(UnsafeRawBufferPointer($0), seed: seed) }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value &* multiplier
    return product ^ (product >> 32)
  }
}
