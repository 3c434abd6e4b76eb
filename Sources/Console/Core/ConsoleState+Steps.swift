import Terminal

extension ConsoleState {
  /// What Esc does outside of overlays: lifts the filter, then the marks, then goes up one level.
  mutating func stepBack(_ world: any ConsoleWorld) {
    if let screen {
      if screenFilters[screen]?.isEmpty == false {
        setFilter("", world)
      } else {
        self.screen = nil
      }
      return
    }
    if isDetailFocused {
      _ = goUp(world)
    } else if !pane.filterText.isEmpty {
      setFilter("", world)
    } else if !pane.marks.isEmpty || pane.markAnchor != nil {
      pane.marks = []
      pane.markAnchor = nil
    } else if !goUp(world) {
      news.dismissToast()
    }
  }

  /// Goes round the panes and, where it stands beside them, the detail pane.
  mutating func stepPane(by step: Int, _ world: any ConsoleWorld) {
    if isDetailFocused {
      focus(on: step > 0 ? focus.advanced(by: 1) : focus, world)
    } else if step > 0, focus == .stages, MainLayout(self).isTogether, !isZoomed {
      isDetailFocused = true
    } else {
      focus(on: focus.advanced(by: step), world)
    }
  }
}
