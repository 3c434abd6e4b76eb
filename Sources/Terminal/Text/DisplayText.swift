/// Text that is safe to put on a terminal: the one gate every name, description, imported value and
/// journal entry passes before it reaches a cell or a line of output.
///
/// A `Frame` draws nothing else, so no view can forget it. Plain output uses `string`.
public struct DisplayText: Sendable {
  /// What is shown: free of controls, invisible and reordering characters.
  public let string: String
  /// The columns it takes.
  public let width: Int
  /// The columns of ambiguous scalars in `width`.
  public let ambiguousWidth: AmbiguousWidth
  /// True when every byte is a printable ASCII character, which makes drawing and cutting trivial.
  let isASCII: Bool

  /// The text of no columns.
  public static let empty = DisplayText(safe: "", ambiguousWidth: .narrow)

  /// Makes any text safe; what must not be shown becomes a visible escape such as `·u202e`.
  /// - Complexity: O(length); without a copy when nothing had to be replaced.
  public init(_ text: String, ambiguousWidth: AmbiguousWidth = .narrow) {
    if Self.isPrintableASCII(text) {
      self.init(ascii: text, ambiguousWidth: ambiguousWidth)
    } else if Self.needsNothing(text) {
      self.init(safe: text, ambiguousWidth: ambiguousWidth)
    } else {
      var sanitizer = TextSanitizer()
      sanitizer.append(text)
      self.init(safe: String(sanitizer.output), ambiguousWidth: ambiguousWidth)
    }
  }

  /// Makes bytes from outside safe; bytes that are not UTF-8 become visible escapes such as `·xff`.
  /// - Complexity: O(length).
  public init(utf8 bytes: some Sequence<UInt8>, ambiguousWidth: AmbiguousWidth = .narrow) {
    var sanitizer = TextSanitizer()
    var valid = ""
    for piece in UTF8Pieces(bytes) {
      switch piece {
      case .scalar(let scalar):
        valid.unicodeScalars.append(scalar)
      case .invalid(let byte):
        sanitizer.append(valid)
        valid = ""
        sanitizer.appendInvalid(byte)
      }
    }
    sanitizer.append(valid)
    self.init(safe: String(sanitizer.output), ambiguousWidth: ambiguousWidth)
  }

  /// Whether a terminal may obey a scalar, hide it, or use it to reorder its neighbours: for output whose
  /// form has escapes of its own for it, such as JSON.
  public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool { TextSanitizer.isUnsafe(scalar) }

  /// Wraps text that is known to be safe.
  init(safe: String, ambiguousWidth: AmbiguousWidth) {
    if Self.isPrintableASCII(safe) {
      self.init(ascii: safe, ambiguousWidth: ambiguousWidth)
      return
    }
    var columns = 0
    Self.forEachCell(of: safe, ambiguousWidth: ambiguousWidth) { columns += $0.width }
    self.init(string: safe, width: columns, isASCII: false, ambiguousWidth: ambiguousWidth)
  }

  private init(ascii: String, ambiguousWidth: AmbiguousWidth) {
    self.init(
      string: ascii, width: ascii.utf8.count, isASCII: true, ambiguousWidth: ambiguousWidth)
  }

  private init(string: String, width: Int, isASCII: Bool, ambiguousWidth: AmbiguousWidth) {
    self.string = string
    self.width = width
    self.isASCII = isASCII
    self.ambiguousWidth = ambiguousWidth
  }

  /// True when there is nothing to show.
  public var isEmpty: Bool { string.isEmpty }

  /// True when part of it is written from right to left; it is shown in logical order.
  public var hasRightToLeft: Bool {
    !isASCII
      && string.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
          true
        default: false
        }
      }
  }

  /// Both texts, one after the other.
  public static func + (left: DisplayText, right: DisplayText) -> DisplayText {
    if left.isEmpty { return right }
    if right.isEmpty { return left }
    return DisplayText(safe: left.string + right.string, ambiguousWidth: left.ambiguousWidth)
  }

  private static func isPrintableASCII(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  /// True when each scalar stands alone and is safe, which is so for most text that is not English.
  private static func needsNothing(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      !TextSanitizer.isUnsafe($0) && ScalarWidth.columns(of: $0) > 0
        && !$0.properties.isEmojiModifier
    }
  }
}

extension DisplayText: Hashable {
  /// Equal texts look the same.
  public static func == (left: DisplayText, right: DisplayText) -> Bool {
    left.string == right.string && left.ambiguousWidth == right.ambiguousWidth
  }

  /// Hashes what is shown.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(string)
  }
}

extension DisplayText: ExpressibleByStringInterpolation, CustomStringConvertible {
  /// Makes a literal safe like any other text, so that an interpolated name cannot slip through.
  public init(stringLiteral value: String) { self.init(value) }

  /// What is shown.
  public var description: String { string }
}
