public import Terminal

/// What an action does: changes the console and says what is wanted outside of it.
public typealias ConsoleAction =
  @Sendable (_ console: inout ConsoleState, _ world: any ConsoleWorld) -> [Effect]

/// Why an action cannot be done now; nil when it can.
public typealias DisabledReason =
  @Sendable (_ console: ConsoleState, _ world: any ConsoleWorld) -> String?

/// One row of the table of keys: what footer, help, palette and dispatch all read.
public struct KeyBinding: Sendable {
  /// What it does, by name.
  public let action: ActionID
  /// The keys as they were written, alternatives separated by blanks and commas.
  public let notation: String
  /// Each alternative, a press or presses one after the other.
  public let keys: [KeySequence]
  /// Where it means this.
  public let scopes: [KeyScope]
  /// A word or two: in the footer, and what the palette finds. `…` at its end says that a form
  /// opens.
  public let title: String
  /// A sentence for help and palette.
  public let help: String
  /// The heading it stands under in the help.
  public let group: KeyGroup
  /// How important it is in the footer, 1 first; nil to leave it out.
  public let footer: Int?
  /// False for keys that only make sense by hand, such as the arrows: the palette leaves them out.
  public let isInPalette: Bool
  let whyDisabled: DisabledReason
  let run: ConsoleAction

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - action: What it does, by name.
  ///   - keys: Notations; alternatives are separated by `, ` and presses of one by a blank. Empty
  ///     for an action that is found in palette and menus only.
  ///   - scopes: Where it means this.
  ///   - title: A word or two.
  ///   - help: A sentence.
  ///   - group: The heading in the help.
  ///   - footer: How important it is in the footer, 1 first; nil to leave it out.
  ///   - isInPalette: Whether the palette offers it.
  ///   - whyDisabled: Why it cannot be done now; nil when it can.
  ///   - run: Does it; called only when it is not disabled.
  public init(
    _ action: ActionID, _ keys: String, in scopes: [KeyScope], _ title: String, _ help: String,
    group: KeyGroup, footer: Int? = nil, isInPalette: Bool = true,
    whyDisabled: @escaping DisabledReason = { _, _ in nil }, run: @escaping ConsoleAction
  ) {
    self.action = action
    notation = keys
    self.keys = keys.split(separator: ", ").compactMap {
      try? KeySequence(notation: String($0))
    }
    self.scopes = scopes
    self.title = title
    self.help = help
    self.group = group
    self.footer = footer
    self.isInPalette = isInPalette
    self.whyDisabled = whyDisabled
    self.run = run
  }

  /// A row whose key goes to the overlay on top, which knows what to do with it.
  ///
  /// The row is there so that footer and help tell of the key.
  static func forwarded(
    _ action: ActionID, _ keys: String, in scopes: [KeyScope], _ title: String, _ help: String,
    footer: Int? = nil, whyDisabled: @escaping DisabledReason = { _, _ in nil }
  ) -> KeyBinding {
    let first = keys.split(separator: ", ").first.flatMap { try? KeyEvent(notation: String($0)) }
    return KeyBinding(
      action, keys, in: scopes, title, help, group: .dialog, footer: footer, isInPalette: false,
      whyDisabled: whyDisabled
    ) { console, world in
      guard let key = console.pressedKey ?? first else { return [] }
      return console.handOver(key, world)
    }
  }

  /// The first key as the footer shows it.
  ///
  /// - Parameter hasUnicode: Whether the terminal has glyphs for Enter and the space bar.
  public func keyLabel(hasUnicode: Bool) -> String {
    guard let first = keys.first else { return "" }
    let text = first.description
    guard hasUnicode else { return text }
    switch text {
    case "Enter": return "⏎"
    case "Space": return "␣"
    default: return text.split(separator: " ").joined()
    }
  }

  /// All its keys, for help.
  public var allKeys: String { keys.map(\.description).joined(separator: ", ") }
}
