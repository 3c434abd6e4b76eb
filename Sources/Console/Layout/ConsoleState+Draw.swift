public import Terminal

extension ConsoleState {
  /// Paints the whole console, always all of it: finding what changed is the screen's business.
  ///
  /// - Parameters:
  ///   - frame: A blank frame of the terminal's size.
  ///   - world: The outside as it is now.
  /// - Returns: Where the terminal's cursor belongs.
  /// - Complexity: O(cells), whatever the number of entities.
  public func draw(into frame: inout Frame, world: any ConsoleWorld) -> Cursor? {
    guard frame.size.holds(Self.minimumSize) else {
      TooSmallNotice.draw(into: &frame, needed: Self.minimumSize)
      return nil
    }
    let view = ConsoleView(self, world)
    let layout = ScreenLayout(frame.size)
    HeaderLine.draw(into: &frame, in: layout.header, view)
    TabLine.tabs(view).draw(into: &frame, in: layout.tabs)
    PlaceLine.draw(into: &frame, in: layout.place, view)
    var cursor: Cursor?
    if let screen {
      cursor = screens[screen]?.draw(into: &frame, in: layout.body, view: view)
    } else {
      cursor = MainScreen.draw(into: &frame, view)
    }
    NewsLines.draw(into: &frame, layout, view)
    for overlay in overlays {
      cursor = overlay.draw(into: &frame, in: overlayArea, view: view) ?? cursor
    }
    if let filterField, overlays.isEmpty {
      cursor = FilterLine.draw(filterField, into: &frame, in: layout.toast, view)
    }
    FooterLine.hints(view).draw(into: &frame, in: layout.footer.inset(horizontal: 1, vertical: 0))
    if !world.capabilities.hasUnicode { AsciiFolding.fold(&frame) }
    return cursor
  }

  /// What overlays are drawn into: all but the header and the footer.
  var overlayArea: Rect {
    let rect = Rect(size)
    return rect.droppingRows(1).firstRows(max(0, rect.height - 2))
  }
}
