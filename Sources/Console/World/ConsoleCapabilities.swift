/// What the terminal in front of the console can show.
public struct ConsoleCapabilities: Hashable, Sendable {
  /// True when lines, bars and marks may be drawn with Unicode's own characters.
  public var hasUnicode: Bool
  /// True when there are colours to tell states apart by; each state has a word or glyph besides.
  public var hasColor: Bool
  /// True when the mouse is reported.
  public var hasMouse: Bool

  /// Capabilities; all there unless told otherwise.
  public init(hasUnicode: Bool = true, hasColor: Bool = true, hasMouse: Bool = true) {
    self.hasUnicode = hasUnicode
    self.hasColor = hasColor
    self.hasMouse = hasMouse
  }
}
