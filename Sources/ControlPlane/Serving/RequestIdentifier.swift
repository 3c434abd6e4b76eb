/// The id of a request, a random UUID of version 4.
///
/// Source: RFC 9562 §5.4.
enum RequestIdentifier {
  /// A fresh id.
  static func make(using numbers: inout some RandomNumberGenerator) -> String {
    let high = numbers.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = numbers.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    return String(unsafeUninitializedCapacity: 36) { text in
      var place = 0
      for (word, groups) in [(high, [8, 4, 4]), (low, [4, 12])] {
        var shift: UInt64 = 64
        for digits in groups {
          if place > 0 {
            text[place] = UInt8(ascii: "-")
            place += 1
          }
          for _ in 0..<digits {
            shift -= 4
            let digit = UInt8(word >> shift & 15)
            text[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
            place += 1
          }
        }
      }
      return place
    }
  }
}
