import Terminal

/// Commands as lines of the AWS CLI, for people to read.
enum CommandLines {
  /// What is said of a command that the AWS CLI cannot write.
  static let none = "the AWS CLI has no operation for this"

  /// The lines, each broken at its options so that long ones can be read.
  static func styled(_ text: String) -> [StyledText] {
    DisplayText.lines(of: text).map { StyledText($0, Style(.info)) }
  }
}
