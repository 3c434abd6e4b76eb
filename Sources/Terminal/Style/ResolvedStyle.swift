/// A style in a terminal's own terms: colour numbers and attributes.
public struct ResolvedStyle: Hashable, Sendable {
  /// The number of the text's colour, -1 for the terminal's own.
  public let foreground: Int
  /// The number of the background's colour, -1 for the terminal's own.
  public let background: Int
  /// The style's attributes and those that stand for colours the terminal lacks.
  public let attributes: Attributes

  /// Makes a resolved style.
  public init(foreground: Int, background: Int, attributes: Attributes) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
