/// A question in the middle of the screen that must be answered before anything else.
///
/// Enter never does damage by itself: a destructive button needs its own key or, where a phrase is
/// asked for, the phrase. The cursor starts on a button that leaves everything as it was.
public struct Dialog: Hashable, Sendable {
  /// What it is about.
  public let title: DisplayText
  /// What will happen, with numbers.
  public let body: [StyledText]
  /// The ways out, from left to right.
  public let buttons: [DialogButton]
  /// What must be typed before a destructive button works, nil for nothing.
  public let phrase: String?
  /// The number of the button the cursor is on.
  public private(set) var focus: Int
  /// What has been typed for the phrase.
  public private(set) var typed: TextField
  /// Lines of the body scrolled out at the top, where there are more than fit.
  private var top = 0
  /// What the last press came to, where it chose nothing and the dialog says what does.
  private var refusal: Refusal?

  private enum Refusal: Hashable, Sendable {
    /// Enter, or a click, on a destructive button.
    case destruction
    /// A key that no button has.
    case unknownKey
  }

  /// Makes a dialog.
  public init(
    title: DisplayText, body: [StyledText], buttons: [DialogButton], phrase: String? = nil
  ) {
    self.title = title
    self.body = body
    self.buttons = buttons
    self.phrase = phrase
    typed = TextField()
    let hasDanger = buttons.contains { $0.role == .destructive }
    focus = buttons.firstIndex { hasDanger ? $0.role == .cancel : $0.role == .harmless } ?? 0
  }

  /// True when nothing is asked for or it has been typed.
  public var isPhraseTyped: Bool { phrase == nil || typed.text == phrase }

  /// Moves between buttons, types the phrase, or answers the question.
  public mutating func handle(_ event: KeyEvent) -> DialogOutcome {
    refusal = nil
    switch (event.key, event.modifiers) {
    case (.escape, []): return .cancelled
    case (.tab, []), (.right, []): moveFocus(by: 1)
    case (.tab, .shift), (.left, []): moveFocus(by: -1)
    case (.enter, []): return confirm()
    default:
      if phrase != nil {
        _ = typed.handle(event)
      } else if let button = buttons.first(where: { $0.key == event }) {
        return button.role == .cancel ? .cancelled : .chosen(button.id)
      } else {
        refusal = .unknownKey
      }
    }
    return .open
  }

  /// Scrolls a body that is longer than its room.
  ///
  /// - Parameters:
  ///   - motion: Where to.
  ///   - rect: Where the dialog was drawn.
  public mutating func scroll(_ motion: Motion, in rect: Rect) {
    let (_, lines, parts) = layout(in: rect)
    top = motion.scrolled(
      top, lineCount: lines.count, height: Self.bodyRows(for: lines.count, in: parts[0]))
  }

  /// Rows of the body that are seen: the last one says that there are more, where there are.
  private static func bodyRows(for lineCount: Int, in rect: Rect) -> Int {
    lineCount > rect.height ? max(1, rect.height - 1) : rect.height
  }

  /// Columns of a dialog at least, where there are as many.
  private static let leastColumns = 40

  private mutating func moveFocus(by step: Int) {
    guard !buttons.isEmpty else { return }
    focus = (focus + step + buttons.count) % buttons.count
  }

  private mutating func confirm() -> DialogOutcome {
    if phrase != nil, isPhraseTyped, let danger = buttons.first(where: { $0.role == .destructive })
    {
      return .chosen(danger.id)
    }
    guard buttons.indices.contains(focus) else { return .cancelled }
    switch buttons[focus].role {
    case .harmless: return .chosen(buttons[focus].id)
    case .cancel where typed.text.isEmpty: return .cancelled
    case .cancel, .destructive:
      refusal = .destruction
      return .open
    }
  }

  /// Draws the dialog in the middle of `rect`, over whatever is there.
  /// - Returns: where the terminal's cursor belongs, visible when a phrase is being typed.
  @discardableResult
  public func draw(into frame: inout Frame, in rect: Rect) -> Cursor? {
    let (box, lines, parts) = layout(in: rect)
    frame.fill(box)
    frame.drawBox(box, Style(.accent), title: StyledText(title, Style(.accent, .bold)))
    drawBody(lines, into: &frame, in: parts[0])
    let typing = drawPhrase(into: &frame, in: parts[1])
    drawRefusal(into: &frame, in: parts[2])
    let button = drawButtons(into: &frame, in: parts[3])
    return typing.map { Cursor($0, isVisible: true) }
      ?? button.map { Cursor($0, isVisible: false) }
  }

  /// Draws the lines that fit; where there are more, the last row says so.
  private func drawBody(_ lines: [StyledText], into frame: inout Frame, in rect: Rect) {
    guard lines.count > rect.height, rect.height > 0 else {
      return frame.draw(lines: lines, in: rect)
    }
    let room = Self.bodyRows(for: lines.count, in: rect)
    let first = min(top, lines.count - room)
    frame.draw(lines: Array(lines[first...].prefix(room)), in: rect.firstRows(room))
    guard rect.height > 1 else { return }
    frame.draw(
      line: .moreMark(
        above: first, below: lines.count - first - room, keys: ("Up", "Down")),
      in: rect.row(rect.height - 1))
  }

  /// The box, the lines of the body, and the rows for body, phrase, refusal and buttons.
  private func layout(in rect: Rect) -> (box: Rect, lines: [StyledText], parts: [Rect]) {
    let width = min(rect.width, max(Self.leastColumns, min(contentWidth + 4, rect.width * 4 / 5)))
    let lines = body.flatMap { $0.wrapped(to: max(1, width - 4)) }
    let wanted = lines.count + (phrase == nil ? 0 : 2) + 4
    // Blank rows go first where there is little room: what is asked is to be read.
    let isTight = wanted > rect.height
    let extra = phrase == nil ? 0 : isTight ? 1 : 2
    let box = rect.centred(Size(width: width, height: wanted))
    let parts = box.inset().inset(horizontal: 1, vertical: 0).splitRows([
      .share(), .fixed(extra), .fixed(isTight && refusal == nil ? 0 : 1), .fixed(1),
    ])
    return (box, lines, parts)
  }

  /// Acts on a click: a button does what its key does.
  ///
  /// - Parameters:
  ///   - event: What the mouse did.
  ///   - rect: Where the dialog was drawn.
  public mutating func handle(_ event: MouseEvent, in rect: Rect) -> DialogOutcome {
    refusal = nil
    guard event.action == .click || event.action == .doubleClick,
      let index = buttonPlaces(in: layout(in: rect).parts[3])
        .firstIndex(where: { $0.contains(event.point) })
    else { return .open }
    focus = index
    let button = buttons[index]
    if button.role == .cancel { return .cancelled }
    if isPhraseTyped { return .chosen(button.id) }
    refusal = .destruction
    return .open
  }

  private var contentWidth: Int {
    let buttonWidth = buttons.reduce(0) { $0 + $1.label.width + 5 }
    return max(title.width + 4, buttonWidth, body.map(\.width).max() ?? 0)
  }

  /// Columns of the input in which a phrase is typed, with its brackets.
  private static let leastInputColumns = 16

  private func drawPhrase(into frame: inout Frame, in rect: Rect) -> Point? {
    guard let phrase else { return nil }
    let row = rect.row(rect.height - 1)
    let prompt = "type " + DisplayText(phrase) + " to confirm: "
    frame.draw(prompt, in: row, .muted)
    let rest = row.droppingColumns(prompt.width)
    let input = rest.firstColumns(max(Self.leastInputColumns, DisplayText(phrase).width + 4))
    frame.draw("[", in: input, Style(.accent, .bold))
    frame.draw("]", in: input, Style(.accent, .bold), align: .trailing)
    return typed.draw(
      into: &frame, in: input.inset(horizontal: 1, vertical: 0), Style(.standard, .underline))
  }

  private func drawRefusal(into frame: inout Frame, in rect: Rect) {
    guard let refusal else { return }
    let key = buttons.first { $0.role == .destructive }?.key
    let text: DisplayText =
      if refusal == .unknownKey {
        keysThatAnswer
      } else if let phrase {
        "not yet: type " + DisplayText(phrase)
      } else if let key {
        "Enter does not do this: press \("\(key)")"
      } else {
        "Enter does not do this"
      }
    frame.draw(text, in: rect, Style(.warning))
  }

  /// Which keys there are, for whoever pressed another one.
  private var keysThatAnswer: DisplayText {
    let words = buttons.compactMap { button in button.key.map { "\($0) \(button.title.string)" } }
    return DisplayText("the keys here: \(words.joined(separator: ", "))")
  }

  private func drawButtons(into frame: inout Frame, in rect: Rect) -> Point? {
    var cursor: Point?
    for (index, place) in buttonPlaces(in: rect).enumerated() {
      let button = buttons[index]
      let isFocused = index == focus
      let base: Style = button.role == .destructive ? Style(.error) : .plain
      let style = isFocused ? base.adding([.bold, .reverse]) : base
      if isFocused { cursor = place.origin }
      frame.draw("[" + button.label + "]", at: place.origin, clip: rect, style)
    }
    return cursor
  }

  /// Where each button lies.
  private func buttonPlaces(in rect: Rect) -> [Rect] {
    var x = rect.x + max(0, rect.width - buttons.reduce(-2) { $0 + $1.label.width + 4 }) / 2
    return buttons.map { button in
      defer { x += button.label.width + 4 }
      return Rect(x: x, y: rect.y, width: button.label.width + 2, height: 1)
    }
  }
}
