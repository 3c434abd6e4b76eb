/// How one meaning of colour looks at each colour depth.
public struct ThemeEntry: Hashable, Sendable {
  /// The number in the 256-colour palette, -1 for the terminal's own colour.
  public let palette: Int
  /// The number among the sixteen colours, -1 for the terminal's own.
  public let sixteen: Int
  /// The number among the eight colours, -1 for the terminal's own.
  public let eight: Int
  /// Attributes added where the terminal has eight colours.
  public let attributesForEight: Attributes
  /// Attributes that stand for the colour where there is none.
  public let attributesForMonochrome: Attributes

  /// Makes an entry; the eight-colour number is the sixteen-colour one without its brightness.
  public init(
    _ palette: Int, _ sixteen: Int, eight: Int? = nil, attributesForEight: Attributes = [],
    monochrome: Attributes = []
  ) {
    self.palette = palette
    self.sixteen = sixteen
    self.eight = eight ?? (sixteen < 0 ? sixteen : sixteen % 8)
    self.attributesForEight = attributesForEight
    attributesForMonochrome = monochrome
  }

  /// The colour number at `depth`, -1 for the terminal's own.
  func number(at depth: ColorDepth) -> Int {
    switch depth {
    case .monochrome: -1
    case .eight: eight
    case .sixteen: sixteen
    case .palette256: palette
    }
  }

  /// The attributes the colour needs at `depth`.
  func attributes(at depth: ColorDepth) -> Attributes {
    switch depth {
    case .monochrome: attributesForMonochrome
    case .eight: attributesForEight
    case .sixteen, .palette256: []
    }
  }
}
