public import GatewayModel

/// One line of the journal as people read it.
public struct HistoryLine: Hashable, Sendable {
  /// What stands for this console's user as an actor.
  public static let ownActor = "you"
  /// The surface of a console's own changes.
  public static let ownSurface = "console"

  /// Its place in the journal.
  public var sequence: Sequence64
  /// When it was written.
  public var time: Timestamp
  /// Who asked for it, for example a login name; `ownActor` for this console's user.
  public var actor: String
  /// Through what it was asked for: `console`, `cli`, `control`.
  public var surface: String
  /// What was done, in a few words such as `disabled acme-staging`.
  public var summary: String
  /// The entities it changed.
  public var refs: [EntityRef]

  /// A line of the journal.
  public init(
    sequence: Sequence64, time: Timestamp, actor: String, surface: String, summary: String,
    refs: [EntityRef]
  ) {
    self.sequence = sequence
    self.time = time
    self.actor = actor
    self.surface = surface
    self.summary = summary
    self.refs = refs
  }
}
