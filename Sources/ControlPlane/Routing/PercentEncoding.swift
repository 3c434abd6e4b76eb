/// Percent escapes of targets and forms.
enum PercentEncoding {
  /// The text behind escaped bytes, or nil if an escape is broken or the bytes are no UTF-8.
  ///
  /// - Parameter plusIsBlank: True for forms.
  static func decoded(_ bytes: Slice<UnsafeRawBufferPointer>, plusIsBlank: Bool) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "%"):
        guard index + 2 < bytes.endIndex, let high = hexValue(bytes[index + 1]),
          let low = hexValue(bytes[index + 2])
        else { return nil }
        result.append(high << 4 | low)
        index += 3
      case UInt8(ascii: "+") where plusIsBlank:
        result.append(UInt8(ascii: " "))
        index += 1
      case let byte:
        result.append(byte)
        index += 1
      }
    }
    return String(validating: result, as: UTF8.self)
  }

  /// The items of a query or form, or nil if one cannot be decoded.
  ///
  /// - Parameter plusIsBlank: True for forms alone: a signature takes `+` in a query for itself, so
  ///   reading it as a blank would give one signature two meanings.
  static func items(
    _ bytes: Slice<UnsafeRawBufferPointer>, plusIsBlank: Bool
  ) -> [QueryItem]? {
    var items: [QueryItem] = []
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      guard let name = decoded(part[..<equals], plusIsBlank: plusIsBlank),
        let value = decoded(
          equals < part.endIndex ? part[(equals + 1)...] : part[part.endIndex...],
          plusIsBlank: plusIsBlank)
      else { return nil }
      items.append(QueryItem(name, value))
    }
    return items
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
