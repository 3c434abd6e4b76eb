extension AdminSession {
  /// The text of the file that a command line names; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: As it was typed.
  ///   - limitBytes: The most that is taken.
  ///   - remedy: What is wanted instead of what cannot be read.
  func text(ofFile path: String, limitBytes: Int, remedy: String) throws -> String {
    do throws(FileProblem) {
      return try
        (path == "-"
        ? environment.readInput(limitBytes) : environment.readFile(path, limitBytes)).get()
    } catch {
      let name = path == "-" ? "Standard input" : path
      throw AdminRefusal(
        "unreadable", "\(name) \(error.words(limitBytes: limitBytes)).", remedy: remedy)
    }
  }
}
