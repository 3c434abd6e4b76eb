/// Percent escapes in paths and queries.
///
/// Source: RFC 3986 §2.1; WHATWG URL, application/x-www-form-urlencoded.
enum PercentEncoding {
  /// A text without its escapes; one that is broken stays as it is.
  ///
  /// - Parameter plusIsBlank: Whether `+` is a blank, as in queries.
  static func decoded(_ text: Substring, plusIsBlank: Bool = false) -> String {
    let utf8 = text.utf8
    guard utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
      return String(text)
    }
    var bytes: [UInt8] = []
    var index = utf8.startIndex
    while index < utf8.endIndex {
      let byte = utf8[index]
      utf8.formIndex(after: &index)
      if byte == UInt8(ascii: "+"), plusIsBlank {
        bytes.append(0x20)
      } else if byte == UInt8(ascii: "%"), let value = code(utf8[index...]) {
        bytes.append(value)
        utf8.formIndex(&index, offsetBy: 2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func code(_ digits: Substring.UTF8View) -> UInt8? {
    let two = Array(digits.prefix(2))
    guard two.count == 2, let high = Character(Unicode.Scalar(two[0])).hexDigitValue,
      let low = Character(Unicode.Scalar(two[1])).hexDigitValue
    else { return nil }
    return UInt8(high << 4 | low)
  }

  /// A text with everything but unreserved characters escaped.
  ///
  /// - Parameter keeping: More bytes that stay as they are.
  static func encoded(_ text: String, keeping: String = "") -> String {
    var result: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: result.append(byte)
      case _ where keeping.utf8.contains(byte): result.append(byte)
      default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
