extension Command {
  /// Changes the account.
  public struct UpdateAccount: Sendable, Hashable, Codable {
    /// Steps on `/cloudwatchRoleArn`, `/features`, `/throttleSettings`.
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateAccount`.
    public init(patchOperations: [PatchOperation]) {
      self.patchOperations = patchOperations
    }
  }

  /// Adds tags to an entity named by its ARN.
  public struct TagResource: Sendable, Hashable, Codable {
    /// The ARN of a key, plan, API or stage, not percent-encoded.
    public var resourceArn: String
    /// Tags to add or replace; an entity has at most 50.
    public var tags: [String: String]

    /// The input of `TagResource`.
    public init(resourceArn: String, tags: [String: String]) {
      self.resourceArn = resourceArn
      self.tags = tags
    }
  }

  /// Takes tags off an entity named by its ARN.
  public struct UntagResource: Sendable, Hashable, Codable {
    /// The ARN of a key, plan, API or stage, not percent-encoded.
    public var resourceArn: String
    /// Keys of the tags to take off; one that is not there is no fault.
    public var tagKeys: [String]

    /// The input of `UntagResource`.
    public init(resourceArn: String, tagKeys: [String]) {
      self.resourceArn = resourceArn
      self.tagKeys = tagKeys
    }
  }

  /// Puts entities back as they were before one journal line: what undo does.
  ///
  /// Validated like any other command; refused when an entity is no longer as that line left it. Changes
  /// that were themselves undone since do not count, so a stack of changes can be undone one by one.
  public struct Restore: Sendable, Hashable {
    /// The journal line to undo.
    public var undoneSequence: Sequence64
    /// What that line came to, each entity once; an entity that is not named here must not have been
    /// touched by any later line.
    public var outcome: [Event]
    /// What puts its entities back, the last change first.
    public var events: [Event]

    /// The input of `Restore`.
    public init(undoneSequence: Sequence64, outcome: [Event] = [], events: [Event]) {
      self.undoneSequence = undoneSequence
      self.outcome = outcome
      self.events = events
    }
  }

  /// Does several commands as one journal line: all or none.
  public struct Batch: Sendable, Hashable {
    /// Decided in order, each on what those before it have done.
    public var commands: [Command]

    /// The input of `Batch`.
    public init(commands: [Command]) {
      self.commands = commands
    }
  }
}
