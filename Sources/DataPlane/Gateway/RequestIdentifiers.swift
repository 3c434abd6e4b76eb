/// Makes the ids that answers carry in `x-amzn-RequestId`: version 4 UUIDs as text.
///
/// They name requests and protect nothing, so a fast generator seeded once serves better than a system
/// call for each request.
/// Source: D. Blackman and S. Vigna, xoshiro256**.
final class RequestIdentifiers {
  /// The length of an id as text, in bytes.
  static let byteCount = 36

  private var state: (UInt64, UInt64, UInt64, UInt64)
  private let text: UnsafeMutableRawBufferPointer

  /// - Parameter seed: Random bits, not all zero.
  init(seed: (UInt64, UInt64, UInt64, UInt64)) {
    state = seed
    text = .allocate(byteCount: Self.byteCount, alignment: 8)
  }

  deinit {
    text.deallocate()
  }

  /// The id made last, as text; valid until the next one is made.
  var current: UnsafeRawBufferPointer { UnsafeRawBufferPointer(text) }

  /// The id made last, as 16 bytes in two words.
  private(set) var words: (high: UInt64, low: UInt64) = (0, 0)

  /// Makes the next id.
  func advance() {
    let high = next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    words = (high, low)
    write(high, shifts: 60, count: 8, at: 0)
    write(high, shifts: 28, count: 4, at: 9)
    write(high, shifts: 12, count: 4, at: 14)
    write(low, shifts: 60, count: 4, at: 19)
    write(low, shifts: 44, count: 12, at: 24)
    text[8] = 0x2D
    text[13] = 0x2D
    text[18] = 0x2D
    text[23] = 0x2D
  }

  private func write(_ word: UInt64, shifts first: Int, count: Int, at offset: Int) {
    for index in 0..<count {
      let nibble = UInt8(truncatingIfNeeded: word >> UInt64(first - 4 * index)) & 15
      text[offset + index] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
    }
  }

  private func next() -> UInt64 {
    let result = Self.rotated(state.1 &* 5, 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = Self.rotated(state.3, 45)
    return result
  }

  private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word << count | word >> (64 - count)
  }
}
