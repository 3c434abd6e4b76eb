/// Turns any text into one that moves no cursor, hides nothing and reorders nothing.
///
/// What a terminal would obey or swallow shows as `·` and the scalar's number: controls of both
/// kinds, bidirectional overrides and isolates, zero-width characters, line and paragraph
/// separators, tags, unassigned scalars and combining marks with nothing to combine with.
struct TextSanitizer {
  /// Combining marks kept on one base; ncurses takes five scalars in one cell.
  /// Source: `CCHARW_MAX` in curses.h.
  static let combiningMarksLimit = 4

  private static let joiner: Unicode.Scalar = "\u{200D}"
  private static let textStyle: Unicode.Scalar = "\u{FE0E}"
  private static let emojiStyle: Unicode.Scalar = "\u{FE0F}"

  /// The harmless text so far.
  private(set) var output = String.UnicodeScalarView()

  /// Appends `text`, made harmless.
  mutating func append(_ text: String) {
    for character in text { append(character) }
  }

  /// Appends one cluster: its base, at most a few marks, and of an emoji sequence the first emoji.
  private mutating func append(_ character: Character) {
    var base: Unicode.Scalar?
    var marks = 0
    for scalar in character.unicodeScalars {
      if let base, Self.endsEmoji(scalar, after: base) { return }
      if scalar == Self.textStyle, base != nil { continue }
      if scalar == Self.emojiStyle, let emoji = base, emoji.properties.isEmoji {
        output.append(scalar)
      } else if Self.isUnsafe(scalar) {
        appendEscape(scalar)
        base = nil
      } else if ScalarWidth.columns(of: scalar) > 0 {
        output.append(scalar)
        base = scalar
        marks = 0
      } else if base == nil {
        appendEscape(scalar)
      } else {
        marks += 1
        if marks <= Self.combiningMarksLimit { output.append(scalar) }
      }
    }
  }

  /// Appends a byte that is no part of UTF-8, as `·x` and two digits.
  mutating func appendInvalid(_ byte: UInt8) {
    output.append(contentsOf: "·x".unicodeScalars)
    appendHex(UInt32(byte), digits: 2)
  }

  private mutating func appendEscape(_ scalar: Unicode.Scalar) {
    output.append(contentsOf: "·u".unicodeScalars)
    appendHex(scalar.value, digits: 4)
  }

  private mutating func appendHex(_ value: UInt32, digits: Int) {
    let text = String(value, radix: 16)
    for _ in 0..<max(0, digits - text.utf8.count) { output.append("0") }
    output.append(contentsOf: text.unicodeScalars)
  }

  /// True when what follows `base` only modifies an emoji that is drawn without it: terminals
  /// disagree on the width of joined and of toned emoji, so the first one stands for all.
  private static func endsEmoji(_ scalar: Unicode.Scalar, after base: Unicode.Scalar) -> Bool {
    guard base.value > 0xFF, base.properties.isEmoji else { return false }
    return scalar == joiner || scalar.properties.isEmojiModifier
  }

  /// True for a scalar that a terminal may obey, hide or use to reorder its neighbours.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 }
    if value < 0x300 { return value < 0xA0 || value == 0xAD }
    if value >= 0x2500 && value < 0x2600 { return false }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator:
      return true
    default:
      return properties.isDefaultIgnorableCodePoint
    }
  }
}
