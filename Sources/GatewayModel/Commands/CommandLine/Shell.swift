/// Words as a POSIX shell reads them.
public enum Shell {
  /// The word, in single quotes if a shell would read it as anything but itself.
  ///
  /// Source: POSIX.1-2024, Shell Command Language, 2.2.2.
  public static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { ASCII.isAlphanumeric($0) || "_-./:=,+@%".utf8.contains($0) }
    return isPlain ? word : "'\(word.replacing("'", with: #"'\''"#))'"
  }
}
