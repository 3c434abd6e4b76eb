/// Texts that attack a terminal: none of them may reach one as it is.
enum HostileText {
  /// The longest text, in bytes.
  static let longBytes = 10_000

  /// Escape sequences, 8-bit controls, titles, clipboards, questions, modes, turned directions, and all
  /// that is not seen or is nothing.
  static let short = [
    "red\u{1B}[31mred", "hide\u{1B}[8mden", "c1\u{9B}31mcsi", "mode\u{1B}[?1337hx",
    "title\u{1B}]0;owned\u{07}!", "clip\u{1B}]52;c;b3duZWQ=\u{1B}\\", "c1\u{9D}2;owned\u{9C}!",
    "dcs\u{1B}P+q544e\u{1B}\\", "ask\u{1B}[6n\u{5}\u{1B}[c", "reset\u{1B}c", "set\u{1B}(0\u{0E}x",
    "paste\u{1B}[201~evil", "two\nlines\r\tand\u{8}\u{7F}more\u{0}",
    "bidi\u{202E}drowssap\u{2066}x\u{200F}\u{61C}", "zero\u{200B}\u{FEFF}\u{2060}width",
    "soft\u{AD}\u{180E}\u{34F}hyphen", "tag\u{E0041}\u{E007F}s", "end\u{2028}of\u{2029}line",
    "fill\u{115F}\u{3164}\u{FFA0}er", "none\u{378}\u{FFFE}\u{10FFFF}\u{FFF9}", "\u{301}mark first",
    "family 👨‍👩‍👧‍👦 flag 🇩🇪 tone 👍🏽 שלום עולם مرحبا",
  ]

  /// The longest names there may be.
  static let medium = [
    "long-" + String(repeating: "x", count: 995), "wide-" + String(repeating: "東", count: 300),
    "mark-e" + String(repeating: "\u{301}", count: 200),
  ]

  /// What a name may be.
  static let names = short + medium

  /// Longer than any name may be: a journal from elsewhere can have them.
  static let long = [
    "x", "\u{1B}[31m", "東", "\u{301}", "\u{202E}", "👨‍👩‍👧", "\n", "e\u{301}\u{200B}", "\u{9B}",
    "word ",
  ].map { part in
    "long-" + String(repeating: part, count: longBytes / part.utf8.count)
  }

  /// Neither a control nor something that hides or turns text, nor nothing at all.
  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    // A line's end is the program's own; emoji are drawn in their own style by the second.
    if scalar == "\n" || scalar == "\u{FE0F}" { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator:
      return false
    default: return !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// What of a text is not visible, in hexadecimal.
  static func hidden(in text: String) -> Set<String> {
    Set(text.unicodeScalars.filter { !isVisible($0) }.map { String($0.value, radix: 16) })
  }
}
