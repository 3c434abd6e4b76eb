public import GatewayModel

/// One journal line as it was applied to the state.
public struct Change: Sendable, Hashable {
  /// The line's place.
  public var sequence: Sequence64
  /// When its writer's clock said it was made.
  public var time: Timestamp
  /// Who made it.
  public var actor: Actor
  /// Through what.
  public var surface: Surface
  /// Set when it takes an earlier line back.
  public var correction: Correction?
  /// What happened, in order.
  public var events: [Event]

  /// A line.
  public init(
    sequence: Sequence64, time: Timestamp, actor: Actor, surface: Surface,
    correction: Correction? = nil, events: [Event]
  ) {
    self.sequence = sequence
    self.time = time
    self.actor = actor
    self.surface = surface
    self.correction = correction
    self.events = events
  }

  /// The entities that changed, each once, in order.
  ///
  /// - Complexity: linear in the number of events.
  public var subjects: [EntityRef] {
    var seen: Set<EntityRef> = []
    return events.map(\.ref).filter { seen.insert($0).inserted }
  }
}
