/// Words as a POSIX shell reads them.
public enum Shell {
  /// The word, in single quotes if a shell would read it as anything but itself.
  ///
  /// Scalar by scalar: to a shell a quote is one also where a mark that follows makes another
  /// character of both.
  ///
  /// Source: POSIX.1-2024, Shell Command Language, 2.2.2.
  public static func quoted(_ word: String) -> String {
    // zsh takes a first = for the place of a command.
    let isPlain =
      !word.isEmpty && word.utf8.first != UInt8(ascii: "=")
      && word.utf8.allSatisfy { ASCII.isAlphanumeric($0) || "_-./:=,+@%".utf8.contains($0) }
    return isPlain ? word : inQuotes(word)
  }

  /// The word in single quotes.
  static func inQuotes(_ word: String) -> String {
    "'" + word.unicodeScalars.map { $0 == "'" ? #"'\''"# : String($0) }.joined() + "'"
  }
}
