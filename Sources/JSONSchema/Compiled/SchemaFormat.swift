/// The formats a text can be asked to have; others are not checked, as the draft allows.
///
/// Source: JSON Schema draft 4, validation 7.3.
enum SchemaFormat: String, Sendable, Hashable {
  case dateTime = "date-time"
  case email
  case hostname
  case ipv4
  case ipv6
  case uri
  case uuid

  /// What a text that does not have the format is told.
  func violation(_ text: String) -> String {
    switch self {
    case .dateTime:
      "string \"\(text)\" is invalid against requested date format(s) "
        + "[yyyy-MM-dd'T'HH:mm:ssZ, yyyy-MM-dd'T'HH:mm:ss.[0-9]{1,12}Z]"
    case .email: "string \"\(text)\" is not a valid email address"
    case .hostname: "string \"\(text)\" is not a valid hostname"
    case .ipv4: "string \"\(text)\" is not a valid IPv4 address"
    case .ipv6: "string \"\(text)\" is not a valid IPv6 address"
    case .uri: "string \"\(text)\" is not a valid URI"
    case .uuid: "input string \"\(text)\" is not a valid UUID"
    }
  }

  /// Whether a text has the format.
  func accepts(_ text: String) -> Bool {
    guard text.utf8.count <= Self.limitBytes else { return false }
    return switch self {
    case .dateTime: Self.isDateTime(text)
    case .email: Self.isEmail(text)
    case .hostname: Self.isHostname(text)
    case .ipv4: Self.isIPv4(text)
    case .ipv6: Self.isIPv6(text)
    case .uri: Self.isURI(text)
    case .uuid: Self.isUUID(text)
    }
  }

  /// The longest text that can have one of the formats, in bytes.
  private static let limitBytes = 8_192

  private static func isDateTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54,
      bytes[13] == 0x3A, bytes[16] == 0x3A, number(bytes[0..<4]) != nil,
      let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
      let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
      let second = number(bytes[17..<19]), (1...12).contains(month), (1...31).contains(day),
      hour < 24, minute < 60, second < 60
    else { return false }
    var rest = bytes[19...]
    if rest.first == 0x2E {
      let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      guard (1...12).contains(digits.count) else { return false }
      rest = rest.dropFirst(1 + digits.count)
    }
    if rest.elementsEqual([0x5A]) { return true }
    guard let sign = rest.first, sign == 0x2B || sign == 0x2D else { return false }
    let offset = rest.dropFirst().filter { $0 != 0x3A }
    return offset.count == 4 && number(offset[...]) != nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self))
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && isHostname(String(parts[1]))
      && parts[0].utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  private static func isHostname(_ text: String) -> Bool {
    guard (1...253).contains(text.utf8.count) else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
        && label.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2D
        }
    }
  }

  private static func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
          && (Int(part).map { $0 < 256 } ?? false)
      }
  }

  private static func isIPv6(_ text: String) -> Bool {
    let groups = text.split(separator: ":", omittingEmptySubsequences: false)
    guard groups.count >= 3, groups.count <= 9 else { return false }
    var count = 0
    var gaps = 0
    for (index, group) in groups.enumerated() {
      let isEdge = index == 0 || index == groups.count - 1
      if group.isEmpty {
        gaps += isEdge ? 0 : 1
        let next = index == 0 ? groups[1] : groups[groups.count - 2]
        guard !isEdge || next.isEmpty else { return false }
      } else if index == groups.count - 1, group.contains(".") {
        guard isIPv4(String(group)) else { return false }
        count += 2
      } else {
        guard group.utf8.count <= 4, group.unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit)
        else { return false }
        count += 1
      }
    }
    // Between the two colons of an edge stands one empty group, and the edge itself is another.
    return text == "::" || (gaps == 0 ? count == 8 : gaps == 1 && count < 8)
  }

  private static func isURI(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>\"{}|\\^`".utf8.contains($0) }
  }

  private static func isUUID(_ text: String) -> Bool {
    text.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count)
      == [8, 4, 4, 4, 12]
      && text.unicodeScalars.allSatisfy { $0 == "-" || $0.properties.isASCIIHexDigit }
  }
}
