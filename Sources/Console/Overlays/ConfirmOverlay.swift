public import GatewayModel
public import Terminal

/// A question before a change that takes something away.
///
/// Enter never chooses the destructive way out; that needs `y`, which opens no question and so
/// cannot be a key pressed once too often, or, for what looks like production, the name typed in
/// full.
public struct ConfirmOverlay: Overlay {
  /// The scope of its keys.
  public let scope = KeyScope.confirm
  /// The change that is asked about, for those who want to see it as a command.
  public enum Change: Sendable {
    /// A command.
    case command(Command)
    /// Taking back a line of the journal.
    case undo(Sequence64)
  }

  /// The change it asks about; nil for a question about something else.
  let change: Change?
  /// What it was drawn into last; nil before it has been on the screen.
  private var area: Rect?
  private var dialog: Dialog
  private let action: ConsoleAction

  /// Makes a question.
  ///
  /// - Parameters:
  ///   - title: What is asked.
  ///   - body: What will happen, with numbers.
  ///   - verb: The word on the button.
  ///   - isDestructive: Whether something is lost.
  ///   - phrase: What must be typed first; nil for nothing.
  ///   - change: The change it asks about; nil for a question about something else.
  ///   - action: What happens when it is chosen.
  public init(
    title: String, body: [String], verb: String, isDestructive: Bool = true,
    phrase: String? = nil, change: Change? = nil, action: @escaping ConsoleAction
  ) {
    dialog = Dialog(
      title: DisplayText(title), body: body.map { StyledText(DisplayText($0)) },
      buttons: [
        .cancel,
        DialogButton(
          id: "do", title: DisplayText(verb), key: phrase == nil ? Self.answer : nil,
          role: isDestructive ? .destructive : .harmless),
      ], phrase: phrase)
    self.action = action
    self.change = change
  }

  /// The key that says yes.
  static let answer = KeyEvent.character("y")

  /// True once the question has been on the screen: what was done before is no answer to it.
  var isSeen: Bool { area != nil }

  /// Takes answers from now on.
  public mutating func notePresented(in area: Rect) { self.area = area }

  /// Scrolls what does not fit.
  public mutating func move(_ motion: Motion, world: any ConsoleWorld) {
    if let area { dialog.scroll(motion, in: area) }
  }

  /// Takes letters of the phrase, moves between the buttons, or answers.
  public mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply {
    guard isSeen else { return .stay }
    return reply(to: dialog.handle(key))
  }

  /// A click on a button is an answer.
  public mutating func mouse(
    _ event: MouseEvent, in area: Rect, view: ConsoleView
  ) -> OverlayReply {
    guard isSeen else { return .stay }
    return reply(to: dialog.handle(event, in: area))
  }

  private func reply(to outcome: DialogOutcome) -> OverlayReply {
    switch outcome {
    case .chosen: .closeThen(action)
    case .cancelled: .close
    case .open: .stay
    }
  }

  /// Types pasted text as the phrase.
  public mutating func paste(_ text: String, world: any ConsoleWorld) {
    guard isSeen, dialog.phrase != nil else { return }
    for character in text where !character.isNewline {
      _ = dialog.handle(.character(character))
    }
  }

  /// Draws the question in the middle.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    dialog.draw(into: &frame, in: area)
  }
}
