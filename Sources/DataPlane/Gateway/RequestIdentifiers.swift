/// Makes the ids that answers carry in `x-amzn-RequestId`: version 4 UUIDs as text.
///
/// They name requests and protect nothing, so a fast generator seeded once serves better than a system
/// call for each request.
/// Source: D. Blackman and S. Vigna, xoshiro256**.
final class RequestIdentifiers {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  private let text: UnsafeMutableRawBufferPointer

  /// - Parameter seed: Random bits, not all zero.
  init(seed: (UInt64, UInt64, UInt64, UInt64)) {
    state = seed
    text = .allocate(byteCount: RequestIdentifierText.byteCount, alignment: 8)
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
    RequestIdentifierText.write(words, to: text)
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
