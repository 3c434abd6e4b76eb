/// A small generator whose runs can be repeated from the seed.
///
/// Source: S. Vigna, SplitMix64.
struct FuzzRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 to one less than the bound.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func element<Element>(of list: [Element]) -> Element { list[below(list.count)] }

  /// A printable character of ASCII other than the blank.
  mutating func printable() -> UInt8 { UInt8(0x21 + below(0x7F - 0x21)) }
}
