/// Reads JSON text of any kind from bytes.
///
/// Strict, since what is refused here must not be read in two ways elsewhere: no comments, no trailing
/// commas, one value. Of a name that occurs twice in an object the last value counts, as AWS's own
/// reader has it.
/// Source: RFC 8259.
struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let depthLimit: Int
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  /// The one value the bytes hold.
  mutating func value() throws(JSONReadingError) -> JSONValue {
    let value = try value(depth: 0)
    skipBlanks()
    guard position == bytes.count else { throw failure("one value, and nothing after it") }
    return value
  }

  private mutating func value(depth: Int) throws(JSONReadingError) -> JSONValue {
    guard depth < depthLimit else { throw failure("at most \(depthLimit) levels") }
    skipBlanks()
    guard position < bytes.count else { throw failure("a value") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(JSONReadingError) -> JSONValue {
    position += 1
    var members: [(String, JSONValue)] = []
    var places: [String: Int] = [:]
    skipBlanks()
    if take(UInt8(ascii: "}")) { return .object(JSONObject()) }
    repeat {
      skipBlanks()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw failure("a name in quotes")
      }
      let name = try string()
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw failure("a colon") }
      let value = try value(depth: depth + 1)
      if let place = places.updateValue(members.count, forKey: name) {
        places[name] = place
        members[place].1 = value
      } else {
        members.append((name, value))
      }
      skipBlanks()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw failure("a comma or the end of the object") }
    return .object(JSONObject(members))
  }

  private mutating func array(depth: Int) throws(JSONReadingError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      values.append(try value(depth: depth + 1))
      skipBlanks()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw failure("a comma or the end of the list") }
    return .array(values)
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONReadingError) -> JSONValue {
    let length = word.utf8CodeUnitCount
    guard position + length <= bytes.count,
      (0..<length).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
    else { throw failure("a value") }
    position += length
    return value
  }

  private mutating func number() throws(JSONReadingError) -> JSONValue {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let isZero = take(UInt8(ascii: "0"))
    guard isZero || takeDigits() else { throw failure("a value") }
    let isWhole = !take(UInt8(ascii: "."))
    guard isWhole || takeDigits() else { throw failure("digits after the point") }
    let hasExponent = take(UInt8(ascii: "e")) || take(UInt8(ascii: "E"))
    if hasExponent {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard takeDigits() else { throw failure("digits of the exponent") }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, !hasExponent, let whole = Int64(text) { return .integer(whole) }
    guard let double = Double(text), double.isFinite else { throw failure("a smaller number") }
    return .double(double)
  }

  private mutating func takeDigits() -> Bool {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return position > start
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  func failure(_ expected: String) -> JSONReadingError {
    JSONReadingError(offset: position, expected: expected)
  }
}

extension JSONReader {
  /// The text in quotes that begins here.
  private mutating func string() throws(JSONReadingError) -> String {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""),
      bytes[position] != UInt8(ascii: "\\"), bytes[position] >= 0x20
    {
      position += 1
    }
    guard position < bytes.count else { throw failure("the end of the text") }
    if bytes[position] == UInt8(ascii: "\"") {
      defer { position += 1 }
      return try text(bytes[start..<position])
    }
    return try escapedString(Array(bytes[start..<position]))
  }

  private mutating func escapedString(
    _ beginning: [UInt8]
  ) throws(JSONReadingError) -> String {
    var content = beginning
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return try text(content[...])
      case UInt8(ascii: "\\"):
        position += 1
        content.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20: throw failure("an escape instead of a control character")
      default:
        content.append(byte)
        position += 1
      }
    }
    throw failure("the end of the text")
  }

  private func text(_ bytes: some Collection<UInt8>) throws(JSONReadingError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw failure("valid UTF-8") }
    return text
  }

  /// The character of an escape whose backslash was taken; a half of a surrogate pair becomes U+FFFD.
  private mutating func escape() throws(JSONReadingError) -> Unicode.Scalar {
    guard position < bytes.count else { throw failure("the end of the text") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"): break
    default: throw failure("a known escape")
    }
    let first = try hexadecimal()
    guard (0xD800..<0xDC00).contains(first), position + 1 < bytes.count,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let mark = position
    position += 2
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second) else {
      position = mark
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONReadingError) -> UInt32 {
    guard position + 4 <= bytes.count,
      bytes[position..<position + 4].allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits") }
    position += 4
    return value
  }
}
