import CSystem

/// One of the two slots of `HEAD`: the last record that is known to be durable.
///
/// The slots are written in turn, so a torn write leaves the other one; the checksum tells which
/// is whole.
struct HeadSlot: Hashable {
  /// The length of a slot in bytes; `HEAD` holds two.
  static let byteCount = 64
  /// The bytes the checksum covers.
  private static let checkedByteCount = 48

  /// Counts the writes; the slot with the larger one counts.
  var generation: UInt64
  /// The record and its chain value.
  var head: JournalHead
  /// The serial number of the record's segment.
  var segment: UInt64
  /// The offset behind the record's line.
  var offset: UInt64

  /// Writes the slot: five little-endian words, the chain, the checksum, zeros.
  func write(to buffer: UnsafeMutableRawBufferPointer) {
    buffer.initializeMemory(as: UInt8.self, repeating: 0)
    let words = [generation, head.sequence, segment, offset]
    for (index, word) in words.enumerated() {
      buffer.storeBytes(of: word.littleEndian, toByteOffset: index * 8, as: UInt64.self)
    }
    buffer.storeBytes(of: head.chain.high.bigEndian, toByteOffset: 32, as: UInt64.self)
    buffer.storeBytes(of: head.chain.low.bigEndian, toByteOffset: 40, as: UInt64.self)
    let checksum = ks_crc32c(0, buffer.baseAddress, Self.checkedByteCount)
    buffer.storeBytes(of: checksum.littleEndian, toByteOffset: 48, as: UInt32.self)
  }

  /// Reads a slot; nil when it is not whole.
  init?(_ buffer: UnsafeRawBufferPointer) {
    guard buffer.count == Self.byteCount,
      buffer[52...].allSatisfy({ $0 == 0 }),
      UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: 48, as: UInt32.self))
        == ks_crc32c(0, buffer.baseAddress, Self.checkedByteCount)
    else { return nil }
    func word(_ index: Int) -> UInt64 {
      UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }
    // A slot that was never written is all zeros, and the checksum of zeros is not zero.
    generation = word(0)
    head = JournalHead(
      sequence: word(1),
      chain: Chain(high: word(4).byteSwapped, low: word(5).byteSwapped))
    segment = word(2)
    offset = word(3)
  }

  init(generation: UInt64, head: JournalHead, segment: UInt64, offset: UInt64) {
    self.generation = generation
    self.head = head
    self.segment = segment
    self.offset = offset
  }
}
