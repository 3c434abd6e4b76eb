/// Finds the end of a head and refuses what libhttp-parser would let through in its lines.
///
/// Debian builds the library without its strict mode: it takes bare line feeds, joins folded
/// lines, and takes request lines with several spaces or without a version. Two readers of such a
/// head may see two different requests, so each is refused here, before the parser runs. The
/// scanner keeps its place: bytes that come one at a time are not looked at again.
struct HeadScanner {
  /// What is known after the bytes so far.
  enum Result: Equatable {
    /// The head goes on behind them.
    case incomplete
    /// The head lies in this range.
    case complete(start: Int, end: Int)
    /// No server should answer this head with anything else.
    case refused(HTTPRefusal)
  }

  /// Empty lines some old clients send after a body.
  ///
  /// Source: RFC 9112 §2.2, which asks for at least one to be ignored.
  static let leadingEmptyLines = 2

  /// The target's place, set when the request line is complete.
  private(set) var targetStart = 0
  /// The target's length in bytes.
  private(set) var targetCount = 0
  /// The `x` of HTTP/1.x.
  private(set) var minorVersion = 0

  private var lineStart = 0
  private var searched = 0
  private var emptyLines = 0
  private var headStart = 0
  private var headersStart = 0
  private var headerCount = -1

  /// Looks at the bytes of a message from its first to the newest.
  ///
  /// - Complexity: O(n) in the bytes that are new since the last call.
  mutating func scan(
    _ bytes: UnsafePointer<UInt8>, count: Int, limits: HTTPServerLimits
  ) -> Result {
    while let feed = ASCII.lineFeed(in: bytes + searched, count: count - searched) {
      let lineFeed = searched + feed
      searched = lineFeed + 1
      let isRequestLine = headerCount < 0
      guard lineFeed > lineStart, bytes[lineFeed - 1] == 0x0D else {
        return .refused(isRequestLine ? .malformedRequestLine : .malformedHeader)
      }
      let length = lineFeed - 1 - lineStart
      if isRequestLine {
        if let refusal = takeRequestLine(bytes, length: length, limits: limits) {
          return .refused(refusal)
        }
      } else if length == 0 {
        return searched - headersStart > limits.headerBlockBytes
          ? .refused(.headersTooLarge) : .complete(start: headStart, end: searched)
      } else {
        // A blank at the start of a line is a folded value, or a name with a blank.
        let first = bytes[lineStart]
        if first == 0x20 || first == 0x09 { return .refused(.malformedHeader) }
        headerCount += 1
        if headerCount > limits.headerCount { return .refused(.headersTooLarge) }
      }
      lineStart = searched
    }
    searched = count
    return checkUnfinishedLine(bytes, count: count, limits: limits)
  }

  /// Refuses early what can only get worse, such as a TLS greeting on a plain port.
  private func checkUnfinishedLine(
    _ bytes: UnsafePointer<UInt8>, count: Int, limits: HTTPServerLimits
  ) -> Result {
    guard headerCount < 0 else {
      return count - headersStart > limits.headerBlockBytes
        ? .refused(.headersTooLarge) : .incomplete
    }
    let length = count - lineStart
    if length > limits.requestLineBytes { return .refused(.requestLineTooLong) }
    if length == 0 || (length == 1 && bytes[lineStart] == 0x0D) { return .incomplete }
    return ASCII.isToken(bytes[lineStart]) ? .incomplete : .refused(.malformedRequestLine)
  }

  private mutating func takeRequestLine(
    _ bytes: UnsafePointer<UInt8>, length: Int, limits: HTTPServerLimits
  ) -> HTTPRefusal? {
    if length == 0 {
      emptyLines += 1
      headStart = searched
      return emptyLines > Self.leadingEmptyLines ? .malformedRequestLine : nil
    }
    if length + 2 > limits.requestLineBytes { return .requestLineTooLong }
    headerCount = 0
    headersStart = searched
    return checkRequestLine(bytes + lineStart, length: length)
  }

  /// `METHOD SP target SP HTTP/1.x`, with single spaces.
  private mutating func checkRequestLine(
    _ line: UnsafePointer<UInt8>, length: Int
  ) -> HTTPRefusal? {
    let versionStart = length - 9
    guard versionStart > 2, Self.isVersion(line + versionStart) else {
      return .malformedRequestLine
    }
    guard line[versionStart + 6] == UInt8(ascii: "1") else { return .unsupportedVersion }
    minorVersion = Int(line[versionStart + 8] &- 0x30)
    var method = 0
    while ASCII.isToken(line[method]) { method += 1 }
    guard method > 0, line[method] == 0x20, method + 1 < versionStart else {
      return .malformedRequestLine
    }
    for index in method + 1..<versionStart {
      let byte = line[index]
      // A fragment is no part of a target; what is not ASCII must come percent-encoded.
      if byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "#") { return .malformedTarget }
    }
    targetStart = lineStart + method + 1
    targetCount = versionStart - method - 1
    return nil
  }

  /// True for the 9 bytes ` HTTP/d.d`.
  private static func isVersion(_ bytes: UnsafePointer<UInt8>) -> Bool {
    bytes[0] == 0x20 && bytes[1] == UInt8(ascii: "H") && bytes[2] == UInt8(ascii: "T")
      && bytes[3] == UInt8(ascii: "T") && bytes[4] == UInt8(ascii: "P")
      && bytes[5] == UInt8(ascii: "/") && ASCII.isDigit(bytes[6])
      && bytes[7] == UInt8(ascii: ".") && ASCII.isDigit(bytes[8])
  }
}
