/// Checks bytes that arrive one by one for being UTF-8, without keeping them.
///
/// Source: Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
struct UTF8Checker {
  private var missing = 0
  private var range: ClosedRange<UInt8> = 0x80...0xBF

  /// Whether no sequence is open.
  var isComplete: Bool { missing == 0 }

  /// Takes the next byte; false if it cannot follow what came before.
  mutating func accept(_ byte: UInt8) -> Bool {
    if missing > 0 {
      guard range.contains(byte) else { return false }
      missing -= 1
      range = 0x80...0xBF
      return true
    }
    switch byte {
    case 0x00...0x7F: return true
    case 0xC2...0xDF: open(1)
    case 0xE0: open(2, 0xA0...0xBF)
    case 0xED: open(2, 0x80...0x9F)
    case 0xE1...0xEF: open(2)
    case 0xF0: open(3, 0x90...0xBF)
    case 0xF1...0xF3: open(3)
    case 0xF4: open(3, 0x80...0x8F)
    default: return false
    }
    return true
  }

  private mutating func open(_ count: Int, _ next: ClosedRange<UInt8> = 0x80...0xBF) {
    missing = count
    range = next
  }
}
