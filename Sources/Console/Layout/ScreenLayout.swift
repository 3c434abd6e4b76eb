import Terminal

/// Where the lines around every screen lie.
///
/// From 20 rows on place, journal and toast have lines of their own; below, journal and toast share
/// one and the place stands on the panes' boxes.
struct ScreenLayout {
  /// Rows from which on nothing has to share a line.
  static let roomyRows = 20

  let header: Rect
  let tabs: Rect
  let place: Rect
  let body: Rect
  let journal: Rect
  let toast: Rect
  let footer: Rect

  init(_ size: Size) {
    let isRoomy = size.height >= Self.roomyRows
    let rows = Rect(size).splitRows([
      .fixed(1), .fixed(1), .fixed(isRoomy ? 1 : 0), .atLeast(1), .fixed(isRoomy ? 1 : 0),
      .fixed(1), .fixed(1),
    ])
    header = rows[0]
    tabs = rows[1]
    place = rows[2]
    body = rows[3]
    toast = rows[5]
    journal = isRoomy ? rows[4] : rows[5]
    footer = rows[6]
  }

  /// True when journal and toast share a line.
  var sharesNewsLine: Bool { journal == toast }
}
