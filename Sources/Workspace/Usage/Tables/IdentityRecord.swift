internal import CSystem
internal import Enforcement

/// A slot's identity as it stands in the file.
///
/// Layout of the 64 bytes: CRC-32C of all that follows (4), lengths of plan and key id (1 each, 0 for
/// none), plan id (26), key id (32).
enum IdentityRecord {
  static let byteCount = 64
  private static let plan = 6..<32
  private static let key = 32..<64

  /// The record of an identity.
  static func bytes(of identity: UsageIdentity) throws(UsageError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: byteCount)
    bytes[4] = try put(identity.usagePlanId, in: plan, of: &bytes)
    bytes[5] = try put(identity.keyId, in: key, of: &bytes)
    let sum = checksum(bytes)
    for index in 0..<4 { bytes[index] = UInt8(truncatingIfNeeded: sum >> (8 * index)) }
    return bytes
  }

  /// The identity of a record, or nil for a record that was not wholly written.
  static func identity(of bytes: ArraySlice<UInt8>) -> UsageIdentity? {
    let bytes = Array(bytes)
    let sum = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[$1]) << (8 * $1) }
    guard bytes.count == byteCount, sum == checksum(bytes), Int(bytes[4]) <= plan.count,
      Int(bytes[5]) <= key.count
    else { return nil }
    return UsageIdentity(
      usagePlanId: text(in: plan, count: bytes[4], of: bytes),
      keyId: text(in: key, count: bytes[5], of: bytes))
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { ks_crc32c(0, $0 + 4, byteCount - 4) } ?? 0
    }
  }

  private static func put(
    _ id: String?, in range: Range<Int>, of bytes: inout [UInt8]
  ) throws(UsageError) -> UInt8 {
    guard let id else { return 0 }
    let text = Array(id.utf8)
    guard text.count <= range.count else { throw .identifierTooLong(id) }
    bytes.replaceSubrange(range.lowerBound..<(range.lowerBound + text.count), with: text)
    return UInt8(text.count)
  }

  private static func text(in range: Range<Int>, count: UInt8, of bytes: [UInt8]) -> String? {
    count == 0 ? nil : String(decoding: bytes[range].prefix(Int(count)), as: UTF8.self)
  }
}
