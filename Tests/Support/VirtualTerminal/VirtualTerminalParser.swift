/// Cuts what a program writes into characters, controls and sequences.
struct VirtualTerminalParser: Sendable {
  /// One piece.
  enum Item {
    case print(Unicode.Scalar)
    case control(UInt8)
    /// What follows ESC, for short sequences.
    case escape(String)
    case csi(ControlSequence)
    /// The text of OSC, DCS, APC or PM, by the character that begins it.
    case text(kind: Character, String)
  }

  /// A control sequence: `ESC [`, a private mark, numbers, intermediates, a final letter.
  struct ControlSequence {
    var mark = ""
    var numbers: [Int] = []
    var intermediates = ""
    var final: Character = " "

    /// A number of the sequence, `fallback` when it is missing or 0.
    func number(_ index: Int, or fallback: Int = 1) -> Int {
      numbers.indices.contains(index) && numbers[index] > 0 ? numbers[index] : fallback
    }
  }

  private enum State {
    case ground
    case escape
    case escapeIntermediate(String)
    case csi([UInt8])
    case text(Character, [UInt8])
    case textEscape(Character, [UInt8])
  }

  private var state = State.ground
  private var pending: [UInt8] = []

  mutating func feed(_ byte: UInt8) -> Item? {
    switch state {
    case .ground: return feedGround(byte)
    case .escape: return feedEscape(byte)
    case .escapeIntermediate(let start):
      state = .ground
      return .escape(start + String(UnicodeScalar(byte)))
    case .csi(let bytes):
      if byte < 0x20 { return .control(byte) }
      if (0x40...0x7E).contains(byte) {
        state = .ground
        return .csi(Self.parse(bytes, final: byte))
      }
      state = .csi(bytes + [byte])
    case .text(let kind, let bytes):
      if byte == 0x07 {
        state = .ground
        return .text(kind: kind, String(decoding: bytes, as: UTF8.self))
      }
      state = byte == 0x1B ? .textEscape(kind, bytes) : .text(kind, bytes + [byte])
    case .textEscape(let kind, let bytes):
      if byte == UInt8(ascii: "\\") {
        state = .ground
        return .text(kind: kind, String(decoding: bytes, as: UTF8.self))
      }
      // A doubled ESC within a tmux pass-through.
      state = .text(kind, bytes + [0x1B, byte])
    }
    return nil
  }

  private mutating func feedGround(_ byte: UInt8) -> Item? {
    if pending.isEmpty {
      if byte == 0x1B {
        state = .escape
        return nil
      }
      if byte < 0x20 || byte == 0x7F { return .control(byte) }
    }
    pending.append(byte)
    var decoder = UTF8()
    var bytes = pending.makeIterator()
    switch decoder.decode(&bytes) {
    case .scalarValue(let scalar):
      pending = []
      return .print(scalar)
    default:
      guard pending.count >= 4 else { return nil }
      pending = []
      return .print("\u{FFFD}")
    }
  }

  private mutating func feedEscape(_ byte: UInt8) -> Item? {
    let character = Character(UnicodeScalar(byte))
    switch character {
    case "[": state = .csi([])
    case "]", "P", "_", "^", "X": state = .text(character, [])
    case "(", ")", "*", "+", "#", " ": state = .escapeIntermediate(String(character))
    default:
      state = .ground
      return .escape(String(character))
    }
    return nil
  }

  private static func parse(_ bytes: [UInt8], final: UInt8) -> ControlSequence {
    var sequence = ControlSequence()
    sequence.final = Character(UnicodeScalar(final))
    var digits = ""
    for byte in bytes {
      switch byte {
      case 0x3C...0x3F: sequence.mark.append(Character(UnicodeScalar(byte)))
      case 0x30...0x39: digits.append(Character(UnicodeScalar(byte)))
      case 0x3A, 0x3B:
        sequence.numbers.append(Int(digits) ?? 0)
        digits = ""
      default: sequence.intermediates.append(Character(UnicodeScalar(byte)))
      }
    }
    if !digits.isEmpty || !sequence.numbers.isEmpty { sequence.numbers.append(Int(digits) ?? 0) }
    return sequence
  }
}
