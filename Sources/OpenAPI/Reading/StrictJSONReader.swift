import GatewayModel

/// Reads a JSON document, refusing all that two readers could take in two ways.
///
/// The model's own reader takes the last of two members of one name, as AWS's wire protocol does; in a
/// document the other one would be lost without a word, so here it is an error with its place.
/// Source: RFC 8259.
struct StrictJSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var valueCount = 0

  /// A reader of a document that is valid UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The one value the document holds.
  mutating func document() throws(DocumentError) -> JSONValue {
    let value = try value(depth: 1)
    skipBlanks()
    guard position == bytes.count else { throw expected("nothing after the document") }
    return value
  }

  private mutating func value(depth: Int) throws(DocumentError) -> JSONValue {
    valueCount += 1
    guard valueCount <= DocumentLimits.valueCount else {
      throw failure("more than \(DocumentLimits.valueCount) values")
    }
    skipBlanks()
    switch current {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(DocumentError) -> JSONObject {
    try enter(depth)
    var members: [(String, JSONValue)] = []
    var names: Set<String> = []
    skipBlanks()
    if take("}") { return JSONObject() }
    repeat {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else { throw expected("a name in quotes") }
      let start = position
      let name = try string()
      guard names.insert(name).inserted else {
        position = start
        throw failure("the name \"\(name)\" stands twice in one object")
      }
      skipBlanks()
      guard take(":") else { throw expected("a colon") }
      members.append((name, try value(depth: depth + 1)))
      skipBlanks()
    } while take(",")
    guard take("}") else { throw expected("a comma or a closing brace") }
    return JSONObject(members)
  }

  private mutating func array(depth: Int) throws(DocumentError) -> [JSONValue] {
    try enter(depth)
    var values: [JSONValue] = []
    skipBlanks()
    if take("]") { return [] }
    repeat {
      values.append(try value(depth: depth + 1))
      skipBlanks()
    } while take(",")
    guard take("]") else { throw expected("a comma or a closing bracket") }
    return values
  }

  private mutating func enter(_ depth: Int) throws(DocumentError) {
    guard depth <= DocumentLimits.depth else {
      throw failure("more than \(DocumentLimits.depth) levels")
    }
    position += 1
  }

  private mutating func word(
    _ word: String, _ value: JSONValue
  ) throws(DocumentError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw expected("a value") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(DocumentError) -> JSONValue {
    let start = position
    while let byte = current, byte.isNumeric { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = NumberText.value(of: text) else {
      position = start
      throw expected("a value")
    }
    return value
  }

  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = current, UInt32(byte) == character.value else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private func expected(_ what: String) -> DocumentError {
    failure("expected \(what)" + (current == nil ? ", but the document ends" : ""))
  }

  func failure(_ reason: String) -> DocumentError {
    DocumentError(reason, at: DocumentReader.place(ofByte: position, in: bytes))
  }
}

extension StrictJSONReader {
  private mutating func string() throws(DocumentError) -> String {
    position += 1
    var content: [UInt8] = []
    var start = position
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        content += bytes[start..<position]
        position += 1
        return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        content += bytes[start..<position]
        content += Array(String(try escape()).utf8)
        start = position
      case 0..<0x20: throw failure("a control character, which must be written as an escape")
      default: position += 1
      }
    }
    throw expected("the end of the text")
  }

  private mutating func escape() throws(DocumentError) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let byte = current else { throw expected("an escape") }
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
    var code = try hexadecimal()
    if (0xD800..<0xDC00).contains(code), bytes[position...].starts(with: "\\u".utf8) {
      position += 2
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else {
        position = start
        throw failure("half a surrogate pair")
      }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else {
      position = start
      throw failure("half a surrogate pair")
    }
    return scalar
  }

  private mutating func hexadecimal() throws(DocumentError) -> UInt32 {
    let digits = bytes[position..<min(position + 4, bytes.count)]
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw expected("four hexadecimal digits") }
    position += 4
    return code
  }
}

extension UInt8 {
  fileprivate var isNumeric: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
