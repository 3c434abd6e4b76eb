/// Words of a shell's command line.
enum ShellWord {
  /// A word that a POSIX shell reads as one, quoted where it must be.
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || [0x2B, 0x2D, 0x2E, 0x2F, 0x3A, 0x5F].contains($0)
    }
    guard !isPlain || text.isEmpty else { return text }
    return "'" + text.unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
  }
}
