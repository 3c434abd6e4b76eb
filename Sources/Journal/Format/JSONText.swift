/// Text between JSON quotes.
///
/// Source: RFC 8259 section 7.
enum JSONText {
  /// Appends `text` escaped: quotes, backslashes and control characters, nothing else.
  static func append(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(0x30 + byte >> 4)
        bytes.append(byte & 0x0f < 10 ? 0x30 + byte & 0x0f : 0x57 + byte & 0x0f)
      default: bytes.append(byte)
      }
    }
  }

  /// The text of a string without its quotes; escapes that are none stay as they are.
  static func text(_ escaped: UnsafeRawBufferPointer) -> String {
    guard escaped.contains(UInt8(ascii: "\\")) else {
      return String(decoding: escaped, as: UTF8.self)
    }
    var units: [UInt16] = []
    var rest = String(decoding: escaped, as: UTF8.self).utf16[...]
    while let unit = rest.popFirst() {
      guard unit == 0x5c, let mark = rest.popFirst() else {
        units.append(unit)
        continue
      }
      switch UInt8(truncatingIfNeeded: mark) {
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0c)
      case UInt8(ascii: "n"): units.append(0x0a)
      case UInt8(ascii: "r"): units.append(0x0d)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "u"):
        let digits = String(decoding: rest.prefix(4), as: UTF16.self)
        rest = rest.dropFirst(4)
        units.append(UInt16(digits, radix: 16) ?? 0xfffd)
      default: units.append(mark)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
