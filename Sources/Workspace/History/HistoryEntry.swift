public import GatewayModel

/// One line of the past, told.
public struct HistoryEntry: Sendable, Hashable {
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
  /// Every entity before and after, each once, in the line's order.
  public var changes: [EntityChange]
  /// The line in a few words, for example `rate 5 → 8 on plan pro`. Holds operators' own text.
  public var summary: String

  /// A line.
  public init(
    sequence: Sequence64, time: Timestamp, actor: Actor, surface: Surface,
    correction: Correction?, changes: [EntityChange], summary: String
  ) {
    self.sequence = sequence
    self.time = time
    self.actor = actor
    self.surface = surface
    self.correction = correction
    self.changes = changes
    self.summary = summary
  }

  /// The summary in the names of now.
  ///
  /// - Parameter naming: What people call an entity that the line only refers to.
  public func summary(naming: @escaping (EntityRef) -> String?) -> String {
    let text = ChangeSummary.text(of: changes, naming: naming)
    return switch correction {
    case .undo(let target): "undid \(target): \(text)"
    case .redo(let target): "redid what \(target) took back: \(text)"
    case nil: text
    }
  }
}
