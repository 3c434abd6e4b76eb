/// The sequence by which a terminal copies a text for the user, even from a far machine.
///
/// Source: xterm's "XTerm Control Sequences", OSC 52.
enum ClipboardSequence {
  /// The longest text in bytes; terminals drop longer sequences without a word.
  static let limitBytes = 74_994

  /// The sequence for `text`, nil when it is too long.
  /// - Parameter passesThroughTmux: wraps it so that tmux hands it to the terminal around it.
  static func make(_ text: String, passesThroughTmux: Bool) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count <= limitBytes else { return nil }
    let sequence = "\u{1B}]52;c;\(base64(bytes))\u{1B}\\"
    guard passesThroughTmux else { return sequence }
    let doubled = sequence.reduce(into: "") { $0 += $1 == "\u{1B}" ? "\u{1B}\u{1B}" : String($1) }
    return "\u{1B}Ptmux;" + doubled + "\u{1B}\\"
  }

  /// Source: RFC 4648, section 4.
  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= 8 * UInt32(3 - group.count)
      for digit in 0..<4 {
        let index = Int(bits >> UInt32(18 - 6 * digit)) & 63
        output.append(digit <= group.count ? alphabet[index] : UInt8(ascii: "="))
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
