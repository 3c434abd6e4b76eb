/// The look of every meaning of colour.
///
/// The user's palette is never changed: a theme only picks numbers from it. Text keeps the
/// terminal's own colours, so both light and dark backgrounds stay readable, and every state also
/// differs by an attribute or a glyph where there are no colours.
public struct Theme: Hashable, Sendable {
  private let entries: [ThemeEntry]

  /// Makes a theme from an entry for each colour; one that is left out is the terminal's own.
  public init(_ entries: [Color: ThemeEntry]) {
    self.entries = Color.allCases.map { entries[$0] ?? ThemeEntry(-1, -1) }
  }

  /// The numbers and attributes for `style` on a terminal of `depth`.
  public func resolve(_ style: Style, depth: ColorDepth) -> ResolvedStyle {
    let front = entries[Int(style.foreground.rawValue)]
    let back = entries[Int(style.background.rawValue)]
    return ResolvedStyle(
      foreground: front.number(at: depth),
      background: back.number(at: depth),
      attributes: style.attributes
        .union(front.attributes(at: depth))
        .union(back.attributes(at: depth)))
  }

  /// For dark backgrounds, and for terminals that do not tell theirs.
  public static let dark = Theme([
    .accent: ThemeEntry(75, 12, monochrome: .bold),
    .ok: ThemeEntry(71, 2),
    .warning: ThemeEntry(178, 3, monochrome: .bold),
    .error: ThemeEntry(203, 9, attributesForEight: .bold, monochrome: [.bold, .underline]),
    .info: ThemeEntry(74, 6),
    .muted: ThemeEntry(245, 8, eight: -1, attributesForEight: .dim, monochrome: .dim),
    .border: ThemeEntry(240, 8, eight: -1, attributesForEight: .dim, monochrome: .dim),
    .heading: ThemeEntry(110, 6, monochrome: .bold),
    .selectionText: ThemeEntry(231, 15, eight: 7),
    .selection: ThemeEntry(24, 4, monochrome: .reverse),
    .selectionMuted: ThemeEntry(
      237, -1, eight: -1, attributesForEight: .underline, monochrome: .underline),
    .marked: ThemeEntry(179, 11, attributesForEight: .bold, monochrome: .bold),
    .match: ThemeEntry(215, 11, attributesForEight: .underline, monochrome: .underline),
    .key: ThemeEntry(110, 14, monochrome: .bold),
    .added: ThemeEntry(71, 2, monochrome: .bold),
    .removed: ThemeEntry(203, 1, monochrome: .dim),
    .graph: ThemeEntry(74, 6),
    .track: ThemeEntry(238, 8, eight: -1, attributesForEight: .dim, monochrome: .dim),
  ])

  /// For light backgrounds.
  public static let light = Theme([
    .accent: ThemeEntry(25, 4, monochrome: .bold),
    .ok: ThemeEntry(28, 2),
    .warning: ThemeEntry(130, 3, monochrome: .bold),
    .error: ThemeEntry(160, 1, attributesForEight: .bold, monochrome: [.bold, .underline]),
    .info: ThemeEntry(31, 6),
    .muted: ThemeEntry(243, 8, eight: -1, attributesForEight: .dim, monochrome: .dim),
    .border: ThemeEntry(248, 7, eight: -1, attributesForEight: .dim, monochrome: .dim),
    .heading: ThemeEntry(24, 4, monochrome: .bold),
    .selectionText: ThemeEntry(231, 15, eight: 7),
    .selection: ThemeEntry(25, 4, monochrome: .reverse),
    .selectionMuted: ThemeEntry(
      253, 7, eight: -1, attributesForEight: .underline, monochrome: .underline),
    .marked: ThemeEntry(130, 5, attributesForEight: .bold, monochrome: .bold),
    .match: ThemeEntry(161, 5, attributesForEight: .underline, monochrome: .underline),
    .key: ThemeEntry(25, 4, monochrome: .bold),
    .added: ThemeEntry(28, 2, monochrome: .bold),
    .removed: ThemeEntry(160, 1, monochrome: .dim),
    .graph: ThemeEntry(31, 6),
    .track: ThemeEntry(252, 7, eight: -1, attributesForEight: .dim, monochrome: .dim),
  ])
}
