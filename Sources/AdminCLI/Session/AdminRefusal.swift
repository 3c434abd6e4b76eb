/// A verb's own refusal: exit code 1, with what to do about it.
public struct AdminRefusal: Error, Sendable {
  /// A word for scripts.
  public var code: String
  /// What is wrong; nil when the verb has said it all on standard output.
  public var message: String?
  /// What to do about it.
  public var remedy: String?

  /// A refusal.
  public init(_ code: String, _ message: String? = nil, remedy: String? = nil) {
    self.code = code
    self.message = message
    self.remedy = remedy
  }
}
