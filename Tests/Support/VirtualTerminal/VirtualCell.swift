/// What a virtual terminal shows at one place.
public struct VirtualCell: Hashable, Sendable {
  /// The look of a cell, in the terminal's own terms.
  public struct Style: Hashable, Sendable {
    /// The number of the text's colour, -1 for the terminal's own.
    public var foreground = -1
    /// The number of the background's colour, -1 for the terminal's own.
    public var background = -1
    /// Heavier.
    public var isBold = false
    /// Fainter.
    public var isDim = false
    /// Underlined.
    public var isUnderlined = false
    /// Colours exchanged.
    public var isReverse = false

    /// The terminal's own look.
    public init() {}
  }

  /// The character; empty in the right half of a wide one.
  public var text = " "
  /// Its look.
  public var style = Style()

  /// A blank.
  public init() {}

  /// A blank on a background, as erasing leaves it.
  init(erasedWith style: Style) {
    self.style.background = style.background
  }
}
