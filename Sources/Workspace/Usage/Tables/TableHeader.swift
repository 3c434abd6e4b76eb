internal import CSystem

/// The first 64 bytes of a usage file: what it is and how it is laid out.
///
/// Layout, little-endian: magic (8 bytes), version (4), record bytes (4), kind (8), meaning by kind (8),
/// zeros, and a CRC-32C of all before it (4).
struct TableHeader: Equatable {
  enum Kind: UInt64 {
    case identities = 1
    case quotas
    case day
    case decisions
  }

  static let byteCount = 64
  static let magic: UInt64 = 0x3145_4741_5355_534B  // "KSUSAGE1"
  static let version: UInt32 = 1

  var kind: Kind
  /// The size of a record.
  var recordBytes: Int
  /// The day number of a day file, the number of records of a decision file, else 0.
  var detail: Int64 = 0

  /// The header as it stands in the file.
  var bytes: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.byteCount)
    bytes.withUnsafeMutableBytes { buffer in
      buffer.storeBytes(of: Self.magic.littleEndian, toByteOffset: 0, as: UInt64.self)
      buffer.storeBytes(of: Self.version.littleEndian, toByteOffset: 8, as: UInt32.self)
      buffer.storeBytes(
        of: UInt32(recordBytes).littleEndian, toByteOffset: 12, as: UInt32.self)
      buffer.storeBytes(of: kind.rawValue.littleEndian, toByteOffset: 16, as: UInt64.self)
      buffer.storeBytes(of: detail.littleEndian, toByteOffset: 24, as: Int64.self)
      let sum = ks_crc32c(0, buffer.baseAddress, Self.byteCount - 4)
      buffer.storeBytes(of: sum.littleEndian, toByteOffset: Self.byteCount - 4, as: UInt32.self)
    }
    return bytes
  }

  /// Why bytes are not this header; nil if they are.
  func mismatch(_ found: [UInt8]) -> String? {
    let expected = bytes
    if found == expected { return nil }
    if found.prefix(8) != expected.prefix(8) { return "it is no usage file" }
    if found[8..<12] != expected[8..<12] { return "another version wrote it" }
    return "its header does not fit"
  }
}
