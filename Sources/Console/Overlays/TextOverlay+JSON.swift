import GatewayModel
import Terminal

extension TextOverlay {
  /// An entity as JSON, nil for one that has gone; a key's value is left out.
  static func json(_ ref: EntityRef, _ world: any ConsoleWorld) -> TextOverlay? {
    let state = world.state
    guard let entity = state.entity(ref) else { return nil }
    let text = EntityJSON.text(of: entity)
    let lines = DisplayText.lines(of: text).map { StyledText($0) }
    return TextOverlay(
      Words.name(of: ref, in: state), lines, copying: text,
      as: "JSON of \(Words.name(of: ref, in: state))")
  }
}
