/// A refused command: nothing was changed.
public struct CommandError: Error, Sendable, Hashable {
  /// Why, from a closed set.
  public var code: CommandErrorCode
  /// What is wrong, in API Gateway's own words where it was recorded.
  public var message: String
  /// The input member at fault, for a form to show the message beside; nil for the whole.
  public var field: String?
  /// How to mend it, for people; never sent on the wire.
  public var remedy: String?

  /// A refusal.
  public init(
    _ code: CommandErrorCode, _ message: String, field: String? = nil, remedy: String? = nil
  ) {
    self.code = code
    self.message = message
    self.field = field
    self.remedy = remedy
  }
}
