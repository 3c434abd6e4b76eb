/// Brings request paths to their one canonical form, or refuses them.
///
/// The rules, each applied once and in this order:
/// - escapes of unreserved characters and of `:` are decoded, all other escapes stay, in upper case;
/// - bytes that are not legal in a path are escaped; the whole must be UTF-8;
/// - `%2F`, `\`, `%5C`, control characters, broken escapes and segments `.` or `..` are refused;
/// - slashes at the end and all but one at the beginning are dropped, since API Gateway ignores them;
///   `//` inside is kept;
/// - letter case and `;parameters` are left alone.
///
/// A path that is canonical already is not copied. One canonicalizer serves one thread and must outlive
/// its results; each is valid until the next call.
/// Source: RFC 3986 section 6.2.2; recorded answers of API Gateway for slashes.
public final class PathCanonicalizer {
  /// The longest path that is looked at, in bytes.
  public static let limitBytes = 8_192

  private let scratch: UnsafeMutableRawBufferPointer
  private var used = 0
  private var checker = UTF8Checker()

  /// A canonicalizer with its own scratch space of three times `limitBytes`.
  public init() {
    scratch = .allocate(byteCount: 3 * Self.limitBytes, alignment: 1)
  }

  deinit {
    scratch.deallocate()
  }

  /// The canonical form of a path.
  ///
  /// - Parameter raw: The request target up to, not including, the `?`.
  /// - Complexity: linear in the length of the path.
  public func canonicalize(_ raw: UnsafeRawBufferPointer) -> CanonicalPath {
    guard raw.count <= Self.limitBytes else { return CanonicalPath(refusal: .tooLong) }
    guard raw.first == Byte.slash else { return CanonicalPath(refusal: .notAbsolute) }
    guard !Self.isVerbatim(raw) else { return Self.checked(raw) }
    used = 0
    checker = UTF8Checker()
    if let refusal = rewrite(raw) { return CanonicalPath(refusal: refusal) }
    guard checker.isComplete else { return CanonicalPath(refusal: .badUTF8) }
    return Self.checked(UnsafeRawBufferPointer(rebasing: scratch[..<used]))
  }

  /// Hands the canonical form of a path out for the length of a call: for use outside a request loop.
  ///
  /// - Parameter raw: The request target up to, not including, the `?`.
  public static func withCanonicalPath<Result>(
    of raw: String, _ body: (CanonicalPath) -> Result
  ) -> Result {
    var raw = raw
    let canonicalizer = PathCanonicalizer()
    return withExtendedLifetime(canonicalizer) {
      raw.withUTF8 { body(canonicalizer.canonicalize(UnsafeRawBufferPointer($0))) }
    }
  }

  private static func isVerbatim(_ raw: UnsafeRawBufferPointer) -> Bool {
    ByteClass.table.withUnsafeBufferPointer { table in
      raw.allSatisfy { table[Int($0)].isVerbatim }
    }
  }

  /// Looks at the segments of a path whose bytes are final, and drops the slashes around it.
  private static func checked(_ path: UnsafeRawBufferPointer) -> CanonicalPath {
    var start = 1
    var hasEmptySegment = false
    while start < path.count {
      var next = start
      while next < path.count, path[next] != Byte.slash { next += 1 }
      if next == start {
        hasEmptySegment = true
      } else if path[start] == Byte.dot, isDotSegment(path[start..<next]) {
        return CanonicalPath(refusal: .dotSegment)
      }
      start = next + 1
    }
    return CanonicalPath(trimming: path, mayHaveEmptySegment: hasEmptySegment)
  }

  private static func isDotSegment(_ segment: Slice<UnsafeRawBufferPointer>) -> Bool {
    let name = segment.prefix { $0 != Byte.semicolon }
    return name.count <= 2 && name.allSatisfy { $0 == Byte.dot }
  }

  private func rewrite(_ raw: UnsafeRawBufferPointer) -> PathRefusal? {
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      if ByteClass.table[Int(byte)] == .percent {
        guard index + 2 < raw.count, let high = Byte.hexValue(raw[index + 1]),
          let low = Byte.hexValue(raw[index + 2])
        else { return .badEscape }
        if let refusal = append(high << 4 | low, wasEscaped: true) { return refusal }
        index += 3
      } else {
        if let refusal = append(byte, wasEscaped: false) { return refusal }
        index += 1
      }
    }
    return nil
  }

  private func append(_ byte: UInt8, wasEscaped: Bool) -> PathRefusal? {
    guard checker.accept(byte) else { return .badUTF8 }
    switch ByteClass.table[Int(byte)] {
    case .plain: appendPlain(byte)
    case .reserved: wasEscaped ? appendEscape(byte) : appendPlain(byte)
    case .slash:
      if wasEscaped { return .escapedSlash }
      appendPlain(byte)
    case .percent, .encoded, .high: appendEscape(byte)
    case .backslash: return .backslash
    case .control: return .controlCharacter
    case .delimiter:
      if !wasEscaped { return .delimiter }
      appendEscape(byte)
    }
    return nil
  }

  private func appendPlain(_ byte: UInt8) {
    scratch[used] = byte
    used += 1
  }

  private func appendEscape(_ byte: UInt8) {
    appendPlain(Byte.percent)
    appendPlain(Byte.hexDigit(byte >> 4))
    appendPlain(Byte.hexDigit(byte & 15))
  }
}
