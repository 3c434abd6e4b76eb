/// What a colour means; a `Theme` says how it looks on a given terminal.
///
/// Views name meanings only, so one view serves a light, a dark and a colourless terminal.
public enum Color: UInt8, CaseIterable, Hashable, Sendable {
  /// The terminal's own colour, foreground or background.
  case standard
  /// What the eye should find first: the focused pane, the current tab.
  case accent
  /// Works, on, allowed.
  case ok
  /// Will not work for long.
  case warning
  /// Does not work, refused.
  case error
  /// Neutral news.
  case info
  /// Less important than its surroundings.
  case muted
  /// Lines around panes without focus.
  case border
  /// Column headers and section titles.
  case heading
  /// Text on the cursor's row.
  case selectionText
  /// Background of the cursor's row.
  case selection
  /// Background of the cursor's row in a pane without focus.
  case selectionMuted
  /// A row the user has marked.
  case marked
  /// The part of a text that matches what the user typed.
  case match
  /// A key in a hint.
  case key
  /// Only in the new version.
  case added
  /// Only in the old version.
  case removed
  /// Bars and sparklines.
  case graph
  /// The unfilled part of a bar.
  case track

  /// True for colours that tell of something to act on, not of a kind of text.
  var needsAttention: Bool {
    switch self {
    case .warning, .error, .marked, .match, .added, .removed: true
    default: false
    }
  }
}
