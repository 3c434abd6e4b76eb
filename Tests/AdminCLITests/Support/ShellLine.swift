import Foundation

/// Just enough of a POSIX shell to run the command lines that the program prints.
struct ShellLine {
  /// `NAME` of `NAME=$(…)`, if the line has that form.
  var variable: String?
  /// The words after expansion, the program's name first.
  var words: [String]

  init(_ text: String, variables: [String: String] = [:]) {
    var command = Substring(text)
    if let start = command.range(of: "=$("), command.hasSuffix(")"),
      command[..<start.lowerBound].allSatisfy({ $0.isLetter })
    {
      variable = String(command[..<start.lowerBound])
      command = command[start.upperBound...].dropLast()
    }
    words = Self.split(command, variables)
  }

  private static func split(_ text: Substring, _ variables: [String: String]) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = text
    while let next = rest.popFirst() {
      switch (quote, next) {
      case ("'", "'"), ("\"", "\""): quote = nil
      case (nil, "'"), (nil, "\""):
        quote = next
        word = word ?? ""
      case (nil, "\\"): word = (word ?? "") + (rest.popFirst().map(String.init) ?? "")
      case (nil, " "):
        word.map { words.append($0) }
        word = nil
      case (nil, "$"), ("\"", "$"):
        let name = String(rest.prefix { $0.isLetter })
        rest = rest.dropFirst(name.count)
        word = (word ?? "") + (variables[name] ?? "")
      default: word = (word ?? "") + String(next)
      }
    }
    word.map { words.append($0) }
    return words
  }
}
