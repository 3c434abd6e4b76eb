import TestSupport

extension SeededRandom {
  /// A printable character of ASCII other than the blank.
  mutating func printable() -> UInt8 { UInt8(0x21 + below(0x7F - 0x21)) }
}
