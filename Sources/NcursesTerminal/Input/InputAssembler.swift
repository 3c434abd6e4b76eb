internal import Terminal

/// Puts together what arrives in pieces: pasted text, Alt with a key, and the terminal's answers.
///
/// It is fed characters and key numbers in order, and told when there are no more for now: an Esc
/// that nothing followed is then the Esc key.
struct InputAssembler {
  /// The longest paste, in bytes of UTF-8; what goes beyond is dropped.
  static let pasteLimitBytes = 1 << 20
  /// The longest sequence looked at, in scalars; a longer one is not from a terminal.
  static let sequenceLimitScalars = 256

  private enum State {
    case ground
    /// After Esc.
    case escape
    /// After Esc `[`.
    case control(String)
    /// After Esc `]`, `P`, `_` or `^`: text up to its terminator.
    case text(kind: Unicode.Scalar, String)
    /// The same after the Esc that begins its terminator.
    case textEnd(kind: Unicode.Scalar, String)
    /// Between the marks of a paste.
    case paste(String)
  }

  /// True while the terminal owes answers, which may then arrive in several pieces.
  var expectsReplies = false
  private var state = State.ground

  /// Takes the next character.
  mutating func feed(_ scalar: Unicode.Scalar) -> [InputItem] {
    switch state {
    case .ground:
      if scalar == "\u{1B}" {
        state = .escape
        return []
      }
      return [.key(scalar, [])]
    case .escape: return feedAfterEscape(scalar)
    case .control(let sequence): return feedControl(scalar, sequence)
    case .text(let kind, let text):
      return feedText(scalar, kind, text)
    case .textEnd(let kind, let text):
      state = .ground
      return scalar == "\\" ? reply(toText: text, kind) : feed(scalar)
    case .paste(var text):
      if text.utf8.count < Self.pasteLimitBytes {
        text.unicodeScalars.append(scalar == "\r" ? "\n" : scalar)
      }
      state = .paste(text)
      return []
    }
  }

  /// Takes a key that ncurses knows by number.
  mutating func feed(code: Int32) -> [InputItem] {
    if case .paste(let text) = state {
      guard code == KeyTable.pasteEnd else { return [] }
      state = .ground
      return [.event(.paste(text))]
    }
    let isAlt: Bool
    if case .escape = state { isAlt = true } else { isAlt = false }
    state = .ground
    switch code {
    case KeyTable.pasteBegin:
      state = .paste("")
      return []
    case KeyTable.pasteEnd: return []
    case KeyTable.focusIn: return [.event(.focus(true))]
    case KeyTable.focusOut: return [.event(.focus(false))]
    default:
      guard let event = KeyTable.event(for: code) else { return [] }
      return [.event(.key(isAlt ? KeyEvent(event.key, event.modifiers.union(.alt)) : event))]
    }
  }

  /// Says that nothing more has arrived.
  mutating func finish() -> [InputItem] {
    switch state {
    case .ground, .paste: return []
    case .escape:
      state = .ground
      return [.event(.key(KeyEvent(.escape)))]
    case .control(""):
      if expectsReplies { return [] }
      state = .ground
      return [.key("[", .alt)]
    case .text(let kind, ""):
      if expectsReplies { return [] }
      state = .ground
      return [.key(kind, .alt)]
    case .control, .text, .textEnd: return []
    }
  }

  private mutating func feedAfterEscape(_ scalar: Unicode.Scalar) -> [InputItem] {
    switch scalar {
    case "[": state = .control("")
    case "]", "P", "_", "^": state = .text(kind: scalar, "")
    case "\u{1B}":
      // The first one was the key itself.
      return [.event(.key(KeyEvent(.escape)))]
    default:
      state = .ground
      return [.key(scalar, .alt)]
    }
    return []
  }

  private mutating func feedControl(_ scalar: Unicode.Scalar, _ sequence: String) -> [InputItem] {
    guard (0x20...0x7E).contains(scalar.value) else {
      // No sequence holds this: the user typed on after Alt-[.
      state = .ground
      return feed(scalar)
    }
    if (0x40...0x7E).contains(scalar.value) {
      state = .ground
      return reply(toControl: sequence, final: scalar)
    }
    state =
      sequence.utf8.count < Self.sequenceLimitScalars
      ? .control(sequence + String(Character(scalar))) : .ground
    return []
  }

  private mutating func feedText(
    _ scalar: Unicode.Scalar, _ kind: Unicode.Scalar, _ text: String
  ) -> [InputItem] {
    switch scalar {
    case "\u{07}":
      state = .ground
      return reply(toText: text, kind)
    case "\u{1B}":
      state = .textEnd(kind: kind, text)
    case _ where text.utf8.count >= Self.sequenceLimitScalars || scalar.value < 0x20:
      state = .ground
    default:
      state = .text(kind: kind, text + String(Character(scalar)))
    }
    return []
  }

  /// What a control sequence says; those that say nothing of interest are swallowed, so that they
  /// cannot be taken for keys.
  private func reply(toControl sequence: String, final: Unicode.Scalar) -> [InputItem] {
    if let report = MouseReport(sequence: sequence, final: final) { return [.mouse(report)] }
    guard sequence.first == "?" else { return [] }
    let numbers = sequence.dropFirst().prefix { $0 != "$" }.split(separator: ";")
      .compactMap { Int($0) }
    switch final {
    case "c": return [.reply(.attributes)]
    case "y" where sequence.last == "$" && numbers.count == 2:
      return [.reply(.mode(numbers[0], state: numbers[1]))]
    default: return []
    }
  }

  private func reply(toText text: String, _ kind: Unicode.Scalar) -> [InputItem] {
    guard kind == "]", text.hasPrefix("11;rgb:") else { return [] }
    let parts = text.dropFirst("11;rgb:".count).split(separator: "/").map(Self.component)
    guard parts.count == 3, let red = parts[0], let green = parts[1], let blue = parts[2] else {
      return []
    }
    // Source: ITU-R BT.601, luma.
    return [.reply(.background(luminance: 0.299 * red + 0.587 * green + 0.114 * blue))]
  }

  /// A colour's part from 0 to 1, from one to four hexadecimal digits.
  private static func component(_ digits: Substring) -> Double? {
    guard (1...4).contains(digits.count), let value = Int(digits, radix: 16) else { return nil }
    return Double(value) / Double((1 << (4 * digits.count)) - 1)
  }
}

extension InputItem {
  /// The press that sends `scalar`, with the modifiers that control characters imply.
  static func key(_ scalar: Unicode.Scalar, _ modifiers: Modifiers) -> InputItem {
    let event: KeyEvent =
      switch scalar.value {
      case 0: KeyEvent(.character(" "), modifiers.union(.control))
      case 0x09: KeyEvent(.tab, modifiers)
      case 0x0D: KeyEvent(.enter, modifiers)
      case 0x7F: KeyEvent(.backspace, modifiers)
      case 0x1B: KeyEvent(.escape, modifiers)
      case ..<0x20:
        KeyEvent(
          .character(Character(Unicode.Scalar(UInt8(scalar.value + 0x40)))),
          modifiers.union(.control))
      default: KeyEvent(.character(Character(scalar)), modifiers)
      }
    return .event(.key(event))
  }
}
