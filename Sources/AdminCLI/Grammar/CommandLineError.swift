/// A command line that was not understood.
public struct CommandLineError: Error, Sendable {
  /// What is wrong, in one sentence.
  public var message: String
  /// What to type instead.
  public var remedy: String

  /// A mistake in a command line, with what to type instead.
  public init(_ message: String, remedy: String) {
    self.message = message
    self.remedy = remedy
  }

  /// A mistake in the use of a verb; the remedy is its help.
  public init(_ message: String, verb: VerbSpec) {
    self.init(message, remedy: "keystile \(verb.title) --help")
  }
}
