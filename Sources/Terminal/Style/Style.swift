/// The look of one cell, in four bytes: two meanings of colour and the attributes.
public struct Style: Hashable, Sendable {
  /// The text's colour.
  public var foreground: Color
  /// The colour behind the text.
  public var background: Color
  /// Bold, dim, reverse, underline.
  public var attributes: Attributes

  /// Makes a style; each part is the terminal's own unless given.
  public init(
    _ foreground: Color = .standard, on background: Color = .standard,
    _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours, no attributes.
  public static let plain = Style()
  /// Bold in the terminal's own colour.
  public static let bold = Style(.standard, .bold)
  /// Less important text.
  public static let muted = Style(.muted)
  /// The cursor's row in the pane that has focus.
  public static let selected = Style(.selectionText, on: .selection)
  /// The cursor's row in a pane without focus.
  public static let selectedWithoutFocus = Style(.standard, on: .selectionMuted)

  /// Makes a style with attributes on the terminal's own background.
  public init(_ foreground: Color, _ attributes: Attributes) {
    self.init(foreground, on: .standard, attributes)
  }

  /// The same style with `attributes` added.
  public func adding(_ attributes: Attributes) -> Style {
    var style = self
    style.attributes.formUnion(attributes)
    return style
  }

  /// The same style on another background.
  public func on(_ background: Color) -> Style {
    var style = self
    style.background = background
    return style
  }

  /// This style as it looks on a row painted with `base`: parts that are the terminal's own come
  /// from `base`, the attributes of both count. On the selection only what needs attention keeps its
  /// colour: the others could hardly be read there, and each would be sent twice as the cursor moves.
  public func over(_ base: Style) -> Style {
    Style(
      foreground == .standard || (base.background == .selection && !foreground.needsAttention)
        ? base.foreground : foreground,
      on: background == .standard ? base.background : background,
      attributes.union(base.attributes))
  }
}
