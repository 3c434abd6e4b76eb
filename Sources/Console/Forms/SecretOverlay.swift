import GatewayModel
public import Terminal

/// The value of a key that was just made, shown once.
public struct SecretOverlay: Overlay {
  /// The scope of its keys.
  public let scope = KeyScope.secret
  private let id: ApiKeyID
  private let name: String
  private let value: String
  private let isInPlan: Bool

  init(_ key: ApiKey, isInPlan: Bool) {
    id = key.id
    name = key.displayName
    value = key.value
    self.isInPlan = isInPlan
  }

  /// Copies the value, or closes.
  public mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply {
    guard key.typedCharacter == "y" else { return .stay }
    let (id, name, value) = (id, name, value)
    return .perform { console, _ in
      [.noteReveal(id, wasCopied: true)] + console.copy(value, what: "value of \(name)")
    }
  }

  /// Draws the value on as many lines as it takes.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    let width = min(64, area.width - 4)
    let words = DisplayText(
      isInPlan
        ? "Clients send it in the header x-api-key."
        : "It opens nothing yet that requires a key: p in the list puts it in a plan.")
    let lines =
      [StyledText(DisplayText("The value of \(name):"), .bold), .empty]
      + DisplayText(value).wrapped(to: max(1, width - 2)).map { StyledText($0, Style(.warning)) }
      + [.empty, StyledText("It is noted that it was shown; x shows it again.", .muted)]
      + words.wrapped(to: max(1, width - 2)).map { StyledText($0, .muted) }
    let inner = OverlayBox.draw(
      Size(width: width, height: lines.count), title: "New key", into: &frame, in: area)
    frame.draw(lines: lines, in: inner.inset(horizontal: 1, vertical: 0))
    return nil
  }
}
