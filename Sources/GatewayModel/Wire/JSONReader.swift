/// Reads JSON text of any kind from bytes.
///
/// Strict, since what is refused here must not be read in two ways elsewhere: no comments, no trailing
/// commas, one value. `JSONReadingRules` has what may differ.
/// Source: RFC 8259.
struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let rules: JSONReadingRules
  private var position = 0
  private var valueCount = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, rules: JSONReadingRules) {
    self.bytes = bytes
    self.rules = rules
  }

  /// The one value the bytes hold.
  mutating func value() throws(JSONReadingError) -> JSONValue {
    let value = try value(depth: 0)
    skipBlanks()
    guard position == bytes.count else { throw expected("one value, and nothing after it") }
    return value
  }

  private mutating func value(depth: Int) throws(JSONReadingError) -> JSONValue {
    valueCount += 1
    guard valueCount <= rules.valueLimit else {
      throw failure("more than \(rules.valueLimit) values")
    }
    skipBlanks()
    guard position < bytes.count else { throw expected("a value") }
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
    try enter(depth)
    var members: [(String, JSONValue)] = []
    var places: [String: Int] = [:]
    skipBlanks()
    if take(UInt8(ascii: "}")) { return .object(JSONObject()) }
    repeat {
      skipBlanks()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw expected("a name in quotes")
      }
      let start = position
      let name = try string()
      if rules.refusesRepeatedNames, places[name] != nil {
        position = start
        throw failure("the name \"\(name)\" stands twice in one object")
      }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw expected("a colon") }
      let value = try value(depth: depth + 1)
      if let place = places.updateValue(members.count, forKey: name) {
        places[name] = place
        members[place].1 = value
      } else {
        members.append((name, value))
      }
      skipBlanks()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw expected("a comma or the end of the object") }
    return .object(JSONObject(members))
  }

  private mutating func array(depth: Int) throws(JSONReadingError) -> JSONValue {
    try enter(depth)
    var values: [JSONValue] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      values.append(try value(depth: depth + 1))
      skipBlanks()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw expected("a comma or the end of the list") }
    return .array(values)
  }

  private mutating func enter(_ depth: Int) throws(JSONReadingError) {
    guard depth < rules.depthLimit else { throw failure("more than \(rules.depthLimit) levels") }
    position += 1
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONReadingError) -> JSONValue {
    let length = word.utf8CodeUnitCount
    guard position + length <= bytes.count,
      (0..<length).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
    else { throw expected("a value") }
    position += length
    return value
  }

  private mutating func number() throws(JSONReadingError) -> JSONValue {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let isZero = take(UInt8(ascii: "0"))
    guard isZero || takeDigits() else { throw expected("a value") }
    let isWhole = !take(UInt8(ascii: "."))
    guard isWhole || takeDigits() else { throw expected("digits after the point") }
    let hasExponent = take(UInt8(ascii: "e")) || take(UInt8(ascii: "E"))
    if hasExponent {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard takeDigits() else { throw expected("digits of the exponent") }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, !hasExponent, let whole = Int64(text) { return .integer(whole) }
    guard let double = Double(text), double.isFinite else {
      position = start
      throw failure("the number is too large")
    }
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

  private func expected(_ what: String) -> JSONReadingError {
    failure("expected \(what)" + (position < bytes.count ? "" : ", but the text ends"))
  }

  private func failure(_ reason: String) -> JSONReadingError {
    JSONReadingError(offset: position, reason: reason)
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
    guard position < bytes.count else { throw expected("a closing quote") }
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
        content.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20:
        throw failure("a control character, which must be written as an escape")
      default:
        content.append(byte)
        position += 1
      }
    }
    throw expected("a closing quote")
  }

  private func text(_ bytes: some Collection<UInt8>) throws(JSONReadingError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw expected("valid UTF-8") }
    return text
  }

  /// The character of the escape that begins here.
  private mutating func escape() throws(JSONReadingError) -> Unicode.Scalar {
    let start = position
    position += 1
    guard position < bytes.count else { throw expected("a closing quote") }
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
    default:
      position = start
      throw failure("an unknown escape")
    }
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let mark = position
    if first < 0xDC00, bytes[position...].starts(with: "\\u".utf8) {
      position += 2
      let second = try hexadecimal()
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    guard !rules.refusesHalfSurrogates else {
      position = start
      throw failure("half a surrogate pair")
    }
    position = mark
    return "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONReadingError) -> UInt32 {
    guard position + 4 <= bytes.count,
      bytes[position..<position + 4].allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw expected("four hexadecimal digits") }
    position += 4
    return value
  }
}
