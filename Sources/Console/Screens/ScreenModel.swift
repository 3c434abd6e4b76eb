public import GatewayModel
public import Terminal

/// A full screen: what it shows and where its cursor is.
///
/// A new screen is a new file and its entry in `ScreenTable`. Keys bound in its scope run actions
/// that reach it with `console.updateScreen(_:as:)`.
public protocol ScreenModel: Sendable {
  /// What follows the screen's name in the line above it, for example `all stages`.
  var place: String { get }
  /// The entity its cursor is on, for actions on entities.
  var subject: EntityRef? { get }
  /// Reads the world anew: when it is opened, after a change in the journal, and at ticks.
  mutating func refresh(console: ConsoleScreenInput, world: any ConsoleWorld)
  /// Moves its cursor.
  mutating func move(_ motion: Motion, height: Int, world: any ConsoleWorld)
  /// Narrows what it shows to what the user has typed; empty for all.
  mutating func filter(_ text: String, world: any ConsoleWorld)
  /// Takes a click, a turn of the wheel or a drag.
  mutating func mouse(_ event: MouseEvent, in area: Rect, world: any ConsoleWorld) -> OverlayReply
  /// Learns what became of an effect it may have asked for.
  mutating func receive(
    _ outcome: EffectOutcome, of id: EffectID, world: any ConsoleWorld
  ) -> OverlayReply
  /// Draws itself.
  func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor?
}

extension ScreenModel {
  /// The whole workspace.
  public var place: String { "" }
  /// None.
  public var subject: EntityRef? { nil }
  /// Cannot be narrowed.
  public mutating func filter(_ text: String, world: any ConsoleWorld) {}
  /// Has no use for the mouse.
  public mutating func mouse(
    _ event: MouseEvent, in area: Rect, world: any ConsoleWorld
  ) -> OverlayReply { .ignored }
  /// Has asked for nothing.
  public mutating func receive(
    _ outcome: EffectOutcome, of id: EffectID, world: any ConsoleWorld
  ) -> OverlayReply { .ignored }
}
