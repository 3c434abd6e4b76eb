/// What a command comes to: the events of one journal line.
public struct Decision: Sendable, Hashable {
  /// What happens, in order; empty when the command changes nothing.
  public var events: [Event]
  /// The entities the command was about, the created or updated one first.
  public var subjects: [EntityRef]
  /// What the operator should know although the command was done, for example import warnings.
  public var warnings: [String]

  /// An outcome.
  public init(events: [Event], subjects: [EntityRef], warnings: [String] = []) {
    self.events = events
    self.subjects = subjects
    self.warnings = warnings
  }
}
