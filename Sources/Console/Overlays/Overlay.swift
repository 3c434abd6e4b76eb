public import Terminal

/// Something that lies over the screen and takes the keys: a dialog, a menu, a form.
///
/// A new kind is a new file: a value with its own scope, opened by a row of the key table with
/// `console.open(_:)`. Keys bound in its scope come first; all others go to `handle`.
public protocol Overlay: Sendable {
  /// The scope whose rows of the key table count, for footer and help.
  var scope: KeyScope { get }
  /// Takes a key that no row is bound to, or that a forwarded row hands over.
  mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply
  /// Takes pasted text.
  mutating func paste(_ text: String, world: any ConsoleWorld)
  /// Moves its cursor.
  mutating func move(_ motion: Motion, world: any ConsoleWorld)
  /// Learns that it is on the screen; `area` is what it was drawn into.
  mutating func notePresented(in area: Rect)
  /// Takes a click, a turn of the wheel or a drag; `area` is what it was drawn into.
  mutating func mouse(_ event: MouseEvent, in area: Rect, view: ConsoleView) -> OverlayReply
  /// Learns what became of an effect it may have asked for.
  mutating func receive(
    _ outcome: EffectOutcome, of id: EffectID, world: any ConsoleWorld
  ) -> OverlayReply
  /// Reads the world anew after a change in the journal or a tick.
  mutating func refresh(world: any ConsoleWorld)
  /// Draws itself; `area` is the frame without header and footer.
  func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor?
}

extension Overlay {
  /// Has no use for keys.
  public mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply { .ignored }
  /// Has no use for text.
  public mutating func paste(_ text: String, world: any ConsoleWorld) {}
  /// Has no cursor.
  public mutating func move(_ motion: Motion, world: any ConsoleWorld) {}
  /// Does not scroll.
  public mutating func notePresented(in area: Rect) {}
  /// Has no use for the mouse.
  public mutating func mouse(
    _ event: MouseEvent, in area: Rect, view: ConsoleView
  ) -> OverlayReply { .ignored }
  /// Has asked for nothing.
  public mutating func receive(
    _ outcome: EffectOutcome, of id: EffectID, world: any ConsoleWorld
  ) -> OverlayReply { .ignored }
  /// Shows nothing that changes.
  public mutating func refresh(world: any ConsoleWorld) {}
}
