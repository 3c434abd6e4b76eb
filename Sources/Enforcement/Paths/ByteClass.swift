/// What a byte of a path means to canonicalization.
enum ByteClass: UInt8 {
  /// Stands for itself, escaped or not: unreserved characters and `:`, which is all that a static
  /// path part may hold, so no spelling of a static path escapes it.
  case plain
  /// Legal as it is and different when escaped: the remaining sub-delimiters and `@`.
  case reserved
  /// `/`.
  case slash
  /// `%`.
  case percent
  /// Not legal in a path but harmless: written as an escape.
  case encoded
  /// Above 0x7F: part of a UTF-8 sequence, written as an escape.
  case high
  /// `\`.
  case backslash
  /// C0 or DEL.
  case control
  /// `?` or `#`.
  case delimiter

  /// Whether the byte can stay where it is.
  var isVerbatim: Bool { rawValue <= ByteClass.slash.rawValue }

  /// The class of each byte.
  static let table: [ByteClass] = (0...255).map { ByteClass(byte: UInt8($0)) }

  private init(byte: UInt8) {
    switch byte {
    case 0x00...0x1F, 0x7F: self = .control
    case 0x80...0xFF: self = .high
    case Byte.slash: self = .slash
    case Byte.percent: self = .percent
    case Byte.backslash: self = .backslash
    case UInt8(ascii: "?"), UInt8(ascii: "#"): self = .delimiter
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      self = .plain
    default:
      let text = Unicode.Scalar(byte)
      if "-._~:".unicodeScalars.contains(text) {
        self = .plain
      } else {
        self = "!$&'()*+,;=@".unicodeScalars.contains(text) ? .reserved : .encoded
      }
    }
  }
}
