import Foundation

/// Where one HTTP/1.1 message ends, for tests that speak raw bytes.
public enum HTTPFraming {
  /// The length of the first whole message, or nil while more must come.
  ///
  /// Knows `Content-Length` and chunked bodies that end what has come; a head with neither has no body.
  public static func length(of bytes: [UInt8]) -> Int? {
    guard let headEnd = find(Array("\r\n\r\n".utf8), in: bytes, from: 0) else { return nil }
    let head = String(decoding: bytes[..<headEnd], as: UTF8.self).lowercased()
    let bodyStart = headEnd + 4
    if head.contains("\r\ntransfer-encoding: chunked") {
      return bytes.suffix(5).elementsEqual("0\r\n\r\n".utf8) ? bytes.count : nil
    }
    guard let field = head.range(of: "\r\ncontent-length:") else { return bodyStart }
    let digits = head[field.upperBound...].drop { $0 == " " }.prefix { $0.isNumber }
    let length = bodyStart + (Int(digits) ?? 0)
    return bytes.count >= length ? length : nil
  }

  static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= start + needle.count else { return nil }
    return (start...(bytes.count - needle.count)).first {
      bytes[$0] == needle[0] && bytes[$0..<($0 + needle.count)].elementsEqual(needle)
    }
  }
}
