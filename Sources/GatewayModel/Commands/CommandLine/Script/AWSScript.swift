/// The lines of the AWS CLI that do what a change does, for a POSIX shell.
///
/// Most commands are one line. Those that the AWS CLI has no operation for become the sequence of its
/// operations that comes to the same: ids that API Gateway gives on the way are kept in shell variables,
/// and what a line needs to be told beside it stands above it as a comment. A key's value is never in
/// a line: it is read from the standard input.
public struct AWSScript: Sendable, Hashable {
  /// The lines, comments among them.
  public let lines: [String]

  /// The lines as one text.
  public var text: String { lines.joined(separator: "\n") }

  /// Lines as they are.
  init(lines: [String]) { self.lines = lines }

  /// What does the same as a command.
  ///
  /// - Parameters:
  ///   - command: The command.
  ///   - state: The configuration it is meant for: it tells the ids of resources that the command
  ///     names by their paths.
  /// - Complexity: linear in the command, and in the resources of the APIs it names paths of.
  public init(_ command: Command, in state: GatewayState) {
    var writer = AWSScriptWriter(state: state)
    writer.write(command)
    lines = writer.lines
  }

  /// One entity of a change, before and after it.
  public struct Step: Sendable, Hashable {
    /// Which entity.
    public var ref: EntityRef
    /// As it was; nil when the change makes it.
    public var before: Entity?
    /// As it is; nil when the change takes it away.
    public var after: Entity?

    /// One entity of a change.
    public init(ref: EntityRef, before: Entity?, after: Entity?) {
      self.ref = ref
      self.before = before
      self.after = after
    }
  }

  /// What does the same as a change that is known by what it came to, such as a line of the journal.
  ///
  /// - Parameters:
  ///   - steps: Every entity it changed, in its order.
  ///   - state: The configuration as it is.
  /// - Complexity: linear in the sizes of the entities.
  public init(_ steps: [Step], in state: GatewayState) {
    var writer = AWSScriptWriter(state: state)
    writer.write(steps)
    lines = writer.lines
  }
}
