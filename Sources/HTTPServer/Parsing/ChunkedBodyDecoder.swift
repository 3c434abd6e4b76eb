/// Decodes a chunked body, strictly: every line ends with CR LF, and nothing is guessed.
///
/// Own code, because libhttp-parser as Debian builds it takes any two bytes for the end of a
/// chunk. What a lenient reader calls one body can be a body and a second request to another.
///
/// Source: RFC 9112 §7.1.
struct ChunkedBodyDecoder {
  /// What the next bytes are.
  enum Step: Equatable {
    /// All bytes are consumed, the body goes on.
    case needsMore
    /// These bytes are content.
    case content(start: Int, count: Int)
    /// The body is complete.
    case finished
    /// The framing is broken.
    case failed
  }

  private enum State {
    case size, chunkExtension, sizeLineFeed
    case content, contentReturn, contentLineFeed
    case trailerStart, trailerName, trailerValue, trailerLineFeed
    case lastLineFeed, finished, failed
  }

  /// Digits of a size: as many as a 60-bit number has, so that no sum overflows.
  private static let sizeDigits = 15

  private let extensionLimit: Int
  private let trailerLimit: Int
  private var state = State.size
  private var digits = 0
  private var remaining = 0
  private var extensionBytes = 0
  private var trailerBytes = 0

  init(limits: HTTPServerLimits) {
    extensionLimit = limits.chunkExtensionBytes
    trailerLimit = limits.trailerBytes
  }

  /// Decodes up to the next piece of content, or the end.
  ///
  /// - Parameters:
  ///   - bytes: What has arrived.
  ///   - offset: Where to go on; moved behind what was consumed.
  mutating func next(_ bytes: UnsafeRawBufferPointer, offset: inout Int) -> Step {
    while offset < bytes.count {
      if state == .content {
        let count = min(remaining, bytes.count - offset)
        let start = offset
        offset += count
        remaining -= count
        if remaining == 0 { state = .contentReturn }
        return .content(start: start, count: count)
      }
      if state == .finished { return .finished }
      state = after(bytes[offset])
      if state == .failed { return .failed }
      offset += 1
    }
    return state == .finished ? .finished : .needsMore
  }

  private mutating func after(_ byte: UInt8) -> State {
    switch state {
    case .size: afterSize(byte)
    case .chunkExtension: afterExtension(byte)
    case .sizeLineFeed: byte != 0x0A ? .failed : remaining > 0 ? .content : .trailerStart
    case .contentReturn: byte == 0x0D ? .contentLineFeed : .failed
    case .contentLineFeed: byte == 0x0A ? beginSize() : .failed
    case .trailerStart: byte == 0x0D ? .lastLineFeed : afterTrailerName(byte, isFirst: true)
    case .trailerName: afterTrailerName(byte, isFirst: false)
    case .trailerValue: afterTrailerValue(byte)
    case .trailerLineFeed: byte == 0x0A ? .trailerStart : .failed
    case .lastLineFeed: byte == 0x0A ? .finished : .failed
    case .content, .finished, .failed: .failed
    }
  }

  private mutating func beginSize() -> State {
    digits = 0
    return .size
  }

  private mutating func afterSize(_ byte: UInt8) -> State {
    if let value = ASCII.hexValue(byte) {
      digits += 1
      guard digits <= Self.sizeDigits else { return .failed }
      remaining = remaining << 4 | Int(value)
      return .size
    }
    guard digits > 0 else { return .failed }
    if byte == 0x0D { return .sizeLineFeed }
    return byte == UInt8(ascii: ";") ? .chunkExtension : .failed
  }

  private mutating func afterExtension(_ byte: UInt8) -> State {
    if byte == 0x0D { return .sizeLineFeed }
    extensionBytes += 1
    return extensionBytes <= extensionLimit && Self.isText(byte) ? .chunkExtension : .failed
  }

  private mutating func afterTrailerName(_ byte: UInt8, isFirst: Bool) -> State {
    trailerBytes += 1
    guard trailerBytes <= trailerLimit else { return .failed }
    if ASCII.isToken(byte) { return .trailerName }
    return byte == UInt8(ascii: ":") && !isFirst ? .trailerValue : .failed
  }

  private mutating func afterTrailerValue(_ byte: UInt8) -> State {
    if byte == 0x0D { return .trailerLineFeed }
    trailerBytes += 1
    return trailerBytes <= trailerLimit && Self.isText(byte) ? .trailerValue : .failed
  }

  private static func isText(_ byte: UInt8) -> Bool {
    byte == 0x09 || (byte >= 0x20 && byte != 0x7F)
  }
}
