import Terminal

/// The box that menus, help and palette are drawn in.
enum OverlayBox {
  /// Draws the box over whatever is there.
  ///
  /// - Parameters:
  ///   - size: The room wanted inside of it.
  ///   - title: What it is.
  /// - Returns: The rectangle inside.
  @discardableResult
  static func draw(
    _ size: Size, title: String, note: String = "", into frame: inout Frame, in area: Rect
  ) -> Rect {
    let box = rect(size, in: area)
    frame.fill(box)
    return frame.drawBox(
      box, Style(.accent), title: StyledText(DisplayText(title), Style(.accent, .bold)),
      rightTitle: StyledText(DisplayText(note), .muted))
  }

  /// Columns of what lies below that are worth seeing beside the box; slivers only confuse.
  private static let leastMargin = 6

  /// Where the box lies.
  static func rect(_ size: Size, in area: Rect) -> Rect {
    let isNearlyAll = area.width - (size.width + 2) < leastMargin
    return area.centred(
      Size(width: isNearlyAll ? area.width : size.width + 2, height: size.height + 2))
  }
}
