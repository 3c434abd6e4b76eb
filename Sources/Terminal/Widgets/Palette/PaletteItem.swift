/// One action that can be found by its words.
public struct PaletteItem: Identifiable, Hashable, Sendable {
  /// Names the action for the program.
  public let id: String
  /// Names it for the user.
  public let title: DisplayText
  /// The key that does it directly, empty for none.
  public let key: DisplayText
  /// What it does in a sentence.
  public let help: DisplayText
  /// Why it cannot be done now, nil when it can: it stays in the list, with the reason.
  public let disabledReason: DisplayText?

  /// Makes an item.
  public init(
    id: String, title: DisplayText, key: DisplayText = "", help: DisplayText = "",
    disabledReason: DisplayText? = nil
  ) {
    self.id = id
    self.title = title
    self.key = key
    self.help = help
    self.disabledReason = disabledReason
  }
}
