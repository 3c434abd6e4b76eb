import Terminal

extension KeyTable {
  /// Keys that narrow and order lists.
  static let finding: [KeyBinding] = [
    KeyBinding(
      "find.filter", "/", in: [.main, .screen], "filter",
      "narrow the list while you type: words, column:word, !word", group: .finding, footer: 80
    ) { console, _ in
      console.beginFilter()
      return []
    },
    KeyBinding(
      "find.keep", "Enter", in: [.filter], "keep filter", "keep the filter and go to the list",
      group: .dialog, footer: 1, isInPalette: false
    ) { console, _ in
      console.filterField = nil
      return []
    },
    KeyBinding(
      "find.drop", "Esc", in: [.filter], "drop filter", "show all again", group: .dialog,
      footer: 2, isInPalette: false
    ) { console, world in
      console.filterField = nil
      console.setFilter("", world)
      return []
    },
    KeyBinding(
      "find.up", "Up", in: [.filter], "up", "to the row before, while the filter is open",
      group: .dialog, isInPalette: false
    ) { console, world in
      console.moveCursor(.up, world)
      return []
    },
    KeyBinding(
      "find.down", "Down", in: [.filter], "down", "to the row after, while the filter is open",
      group: .dialog, isInPalette: false
    ) { console, world in
      console.moveCursor(.down, world)
      return []
    },
    KeyBinding(
      "find.sort-next", ">", in: [.list], "sort by next column",
      "order the rows by the next column",
      group: .finding
    ) { console, world in
      console.stepSort(by: 1, world)
      return []
    },
    KeyBinding(
      "find.sort-previous", "<", in: [.list], "sort by previous column",
      "order the rows by the column before", group: .finding
    ) { console, world in
      console.stepSort(by: -1, world)
      return []
    },
    KeyBinding(
      "find.reverse", "S", in: [.list], "reverse order", "the largest first, or the smallest",
      group: .finding
    ) { console, world in
      console.sort(by: console.pane.sort.column, world)
      return []
    },
    KeyBinding(
      "find.columns", "C", in: [.list], "columns", "choose the columns and their order",
      group: .finding
    ) { console, _ in
      console.open(ColumnsOverlay(console.pane))
      return []
    },
    KeyBinding(
      "find.export", "w", in: [.list], "write CSV",
      "write the rows as they are filtered and ordered to a file", group: .copying,
      whyDisabled: needsRow
    ) { console, world in
      let id = console.makeEffectID()
      let path = PaneExport.fileName(console.focus, world.now)
      console.pendingEffects[id] = PendingEffect(label: "wrote \(path)", then: nil)
      let context = console.rowContext(world, world.state)
      return [
        .writeFile(id, path: path, contents: PaneExport.text(of: console.pane, context))
      ]
    },
  ]

  /// Keys that mark rows for a change of many.
  static let marking: [KeyBinding] = [
    KeyBinding(
      "mark.toggle", "Space", in: [.list], "mark", "mark the row, or take its mark, and move down",
      group: .marking, footer: 60, whyDisabled: needsRow
    ) { console, world in
      console.toggleMark(world)
      return []
    },
    KeyBinding(
      "mark.range", "v", in: [.list], "mark range",
      "begin to mark a range; moving extends it, v ends it", group: .marking,
      whyDisabled: needsRow
    ) { console, world in
      if console.pane.markAnchor == nil {
        console.pane.markAnchor = console.pane.list.cursor
        console.moveCursor(.by(0), world)
      } else {
        console.pane.markAnchor = nil
      }
      return []
    },
    KeyBinding(
      "mark.down", "S-Down", in: [.list], "mark down", "mark the row and move down",
      group: .marking, isInPalette: false, whyDisabled: needsRow
    ) { console, world in
      if let ref = console.pane.cursorRef { console.pane.marks.insert(ref) }
      console.moveCursor(.down, world)
      return []
    },
    KeyBinding(
      "mark.up", "S-Up", in: [.list], "mark up", "mark the row and move up", group: .marking,
      isInPalette: false, whyDisabled: needsRow
    ) { console, world in
      if let ref = console.pane.cursorRef { console.pane.marks.insert(ref) }
      console.moveCursor(.up, world)
      return []
    },
    KeyBinding(
      "mark.all", "*", in: [.list], "mark all", "mark all rows that the filter lets through",
      group: .marking, whyDisabled: needsRow
    ) { console, world in
      console.markAll(world)
      return []
    },
    KeyBinding(
      "mark.none", "\\", in: [.list], "mark none", "take all marks", group: .marking,
      whyDisabled: { console, _ in console.pane.marks.isEmpty ? "nothing is marked" : nil }
    ) { console, _ in
      console.pane.marks = []
      console.pane.markAnchor = nil
      return []
    },
  ]
}
