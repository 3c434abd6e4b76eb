import Terminal

/// Writes the console's own typographic characters in ASCII, for terminals that do not speak UTF-8.
///
/// Names are left as they are: what a terminal cannot show of them is the screen's business.
enum AsciiFolding {
  private static let replacements: [Unicode.Scalar: DisplayText] = [
    "…": "~", "—": "-", "–": "-", "→": ">", "›": ">", "±": "~", "•": "*", "µ": "u", "“": "\"",
    "”": "\"", "’": "'", "·": ".", "⏎": "=", "␣": "_",
  ]

  /// Replaces each such character of a frame by one of the same width.
  ///
  /// - Complexity: O(cells).
  static func fold(_ frame: inout Frame) {
    for y in 0..<frame.size.height {
      for x in 0..<frame.size.width {
        let point = Point(x: x, y: y)
        guard case .scalar(let scalar) = frame.content(at: point), scalar.value > 0x7F,
          let replacement = replacements[scalar]
        else { continue }
        frame.draw(replacement, at: point, frame.style(at: point))
      }
    }
  }
}
