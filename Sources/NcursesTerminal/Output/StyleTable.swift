internal import CNcurses
internal import Terminal

/// The attributes and the colour pair of each style that has been drawn.
///
/// Pairs are taken from ncurses when they are first needed: it reuses those of earlier screens, and
/// no table of all combinations has to fit into the terminal's limit.
struct StyleTable {
  /// What ncurses wants to know of a style.
  struct Entry {
    let attributes: attr_t
    let pair: Int32
  }

  let depth: ColorDepth
  private let theme: Theme
  private var entries: [Style: Entry] = [:]

  init(theme: Theme, depth: ColorDepth) {
    self.theme = theme
    self.depth = depth
  }

  mutating func entry(for style: Style) -> Entry {
    if let entry = entries[style] { return entry }
    let resolved = theme.resolve(style, depth: depth)
    var attributes: attr_t = 0
    if resolved.attributes.contains(.bold) { attributes |= ks_curses_bold() }
    if resolved.attributes.contains(.dim) { attributes |= ks_curses_dim() }
    if resolved.attributes.contains(.reverse) { attributes |= ks_curses_reverse() }
    if resolved.attributes.contains(.underline) { attributes |= ks_curses_underline() }
    let entry = Entry(attributes: attributes, pair: Self.pair(resolved))
    entries[style] = entry
    return entry
  }

  private static func pair(_ style: ResolvedStyle) -> Int32 {
    guard style.foreground >= 0 || style.background >= 0 else { return 0 }
    // Without a pair left the text is still there, in the terminal's own colours.
    return max(0, alloc_pair(Int32(style.foreground), Int32(style.background)))
  }
}
