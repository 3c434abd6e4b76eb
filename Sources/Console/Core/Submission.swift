public import GatewayModel

/// A command the console asks for, with what it takes to notice that somebody else was faster.
public struct Submission: Hashable, Sendable {
  /// The command.
  public var command: Command
  /// The revision of each edited entity that the user saw when the edit began.
  public var expecting: [EntityRef: Sequence64]
  /// What it does, in the past tense, for toast and journal: `disabled acme-staging`.
  public var label: String

  /// A command and what it is based on.
  public init(_ command: Command, expecting: [EntityRef: Sequence64] = [:], label: String) {
    self.command = command
    self.expecting = expecting
    self.label = label
  }
}
