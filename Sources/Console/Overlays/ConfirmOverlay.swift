public import Terminal

/// A question before a change that takes something away.
///
/// Enter never chooses the destructive way out; that needs its own key or, for what looks like
/// production, the name typed in full.
public struct ConfirmOverlay: Overlay {
  /// The scope of its keys.
  public let scope = KeyScope.confirm
  private var dialog: Dialog
  private let action: ConsoleAction

  /// Makes a question.
  ///
  /// - Parameters:
  ///   - title: What is asked.
  ///   - body: What will happen, with numbers.
  ///   - verb: The word on the button, whose first letter is its key.
  ///   - isDestructive: Whether something is lost.
  ///   - phrase: What must be typed first; nil for nothing.
  ///   - action: What happens when it is chosen.
  public init(
    title: String, body: [String], verb: String, isDestructive: Bool = true,
    phrase: String? = nil, action: @escaping ConsoleAction
  ) {
    let letter = verb.first.map { Character($0.uppercased()) }
    let key = letter.map { KeyEvent.character($0) }
    dialog = Dialog(
      title: DisplayText(title), body: body.map { StyledText(DisplayText($0)) },
      buttons: [
        .cancel,
        DialogButton(
          id: "do", title: DisplayText(verb), key: phrase == nil ? key : nil,
          role: isDestructive ? .destructive : .harmless),
      ], phrase: phrase)
    self.action = action
  }

  /// Takes letters of the phrase, moves between the buttons, or answers.
  public mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply {
    switch dialog.handle(key) {
    case .chosen: .closeThen(action)
    case .cancelled: .close
    case .open: .stay
    }
  }

  /// Types pasted text as the phrase.
  public mutating func paste(_ text: String, world: any ConsoleWorld) {
    guard dialog.phrase != nil else { return }
    for character in text where !character.isNewline {
      _ = dialog.handle(.character(character))
    }
  }

  /// Draws the question in the middle.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    dialog.draw(into: &frame, in: area)
  }
}
