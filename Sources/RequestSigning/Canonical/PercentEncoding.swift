/// Percent-encoding as signatures have it: everything but unreserved characters, in upper case.
enum PercentEncoding {
  /// Appends bytes, encoded.
  ///
  /// - Parameter keepsSlash: True for a path, whose slashes stay.
  static func append(
    _ bytes: some Sequence<UInt8>, to text: inout [UInt8], keepsSlash: Bool = false
  ) {
    for byte in bytes {
      if isUnreserved(byte) || keepsSlash && byte == UInt8(ascii: "/") {
        text.append(byte)
      } else {
        text.append(UInt8(ascii: "%"))
        text.append(upperDigits[Int(byte >> 4)])
        text.append(upperDigits[Int(byte & 0x0F)])
      }
    }
  }

  /// Bytes with their escapes decoded; what is no escape stays as it is, and so does `+`.
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "%"), text.endIndex - index > 2,
        let high = Bytes.value(ofHexadecimal: text[index + 1]),
        let low = Bytes.value(ofHexadecimal: text[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return bytes
  }

  /// Source: RFC 3986 §2.3.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }

  private static let upperDigits = Array("0123456789ABCDEF".utf8)
}
