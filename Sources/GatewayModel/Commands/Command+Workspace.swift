extension Command {
  /// Changes the account.
  public struct UpdateAccount: Sendable, Hashable, Codable {
    public var patchOperations: [PatchOperation]

    /// The input of `UpdateAccount`.
    public init(patchOperations: [PatchOperation]) {
      self.patchOperations = patchOperations
    }
  }

  /// Adds tags to an entity named by its ARN.
  public struct TagResource: Sendable, Hashable, Codable {
    public var resourceArn: String
    public var tags: [String: String]

    /// The input of `TagResource`.
    public init(resourceArn: String, tags: [String: String]) {
      self.resourceArn = resourceArn
      self.tags = tags
    }
  }

  /// Takes tags off an entity named by its ARN.
  public struct UntagResource: Sendable, Hashable, Codable {
    public var resourceArn: String
    public var tagKeys: [String]

    /// The input of `UntagResource`.
    public init(resourceArn: String, tagKeys: [String]) {
      self.resourceArn = resourceArn
      self.tagKeys = tagKeys
    }
  }

  /// Puts entities back as they were before one journal line: what undo does.
  ///
  /// Validated like any other command; refused when a later line has changed one of the entities.
  public struct Restore: Sendable, Hashable {
    public var undoneSequence: Sequence64
    public var events: [Event]

    /// The input of `Restore`.
    public init(undoneSequence: Sequence64, events: [Event]) {
      self.undoneSequence = undoneSequence
      self.events = events
    }
  }

  /// Does several commands as one journal line: all or none.
  public struct Batch: Sendable, Hashable {
    public var commands: [Command]

    /// The input of `Batch`.
    public init(commands: [Command]) {
      self.commands = commands
    }
  }
}
