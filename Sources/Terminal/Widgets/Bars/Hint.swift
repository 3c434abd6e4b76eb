/// A key and what it does, as the last line of a screen shows it.
public struct Hint: Hashable, Sendable {
  /// The key, in key notation or as a glyph.
  public let key: DisplayText
  /// What it does, in a word or two.
  public let title: DisplayText
  /// How important it is: hints with larger numbers give way first.
  public let priority: Int
  /// True for the hint that stays to the last, the way to all others.
  public let isPinned: Bool

  /// Makes a hint.
  public init(key: DisplayText, title: DisplayText, priority: Int = 1, isPinned: Bool = false) {
    self.key = key
    self.title = title
    self.priority = priority
    self.isPinned = isPinned
  }

  var width: Int { key.width + 1 + title.width }
}
