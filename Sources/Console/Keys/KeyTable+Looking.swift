import Terminal

extension KeyTable {
  /// Disabled where one pane has the whole screen by itself.
  private static let needsPanesTogether: DisabledReason = { console, _ in
    MainLayout(console).isTogether ? nil : "one pane shows at a time here"
  }

  /// Keys that show another part of the workspace.
  static let looking: [KeyBinding] =
    panes + screenKeys + [
      KeyBinding(
        "view.open", "Enter", in: [.list, .detail], "open",
        "show all about the row; in the detail pane: go to what the line is about",
        group: .looking, footer: 10,
        whyDisabled: { console, world in
          if let reason = needsRow(console, world) { return reason }
          guard console.isDetailFocused, console.screen == nil else { return nil }
          let lines = DetailPane.lines(of: console.pane.cursorRef, ConsoleView(console, world))
          let place = console.detailList.cursor
          return lines.indices.contains(place) && lines[place].target != nil
            ? nil : "nothing to open on this line"
        }
      ) { console, world in console.openUnderCursor(world) },
      KeyBinding(
        "view.back", "Esc", in: [.main, .screen], "back",
        "one step back: filter, marks, then up one level; never quits", group: .looking,
        isInPalette: false
      ) { console, world in
        console.stepBack(world)
        return []
      },
      KeyBinding(
        "view.next-pane", "Tab, l, Right", in: [.main], "next pane",
        "to the next of the four panes, then to the detail pane", group: .looking
      ) { console, world in
        console.stepPane(by: 1, world)
        return []
      },
      KeyBinding(
        "view.previous-pane", "S-Tab, h, Left", in: [.main], "previous pane",
        "to the pane before", group: .looking
      ) { console, world in
        console.stepPane(by: -1, world)
        return []
      },
      KeyBinding(
        "view.zoom", "+", in: [.main], "zoom",
        "give the pane the whole width, with all its columns; again: as before",
        group: .looking, footer: 72, whyDisabled: needsPanesTogether
      ) { console, world in
        console.isZoomed.toggle()
        console.resize(to: console.size, world)
        return []
      },
      KeyBinding(
        "view.unzoom", "_", in: [.main], "unzoom", "show the panes beside each other again",
        group: .looking,
        whyDisabled: { console, _ in console.isZoomed ? nil : "no pane is zoomed" }
      ) { console, world in
        console.isZoomed = false
        console.resize(to: console.size, world)
        return []
      },
      KeyBinding(
        "view.follow", "f", in: [.list], "follow",
        "narrow the other panes to what belongs to the row; again: show all", group: .looking,
        footer: 66,
        whyDisabled: { console, world in
          needsRow(console, world) ?? needsPanesTogether(console, world)
        }
      ) { console, world in
        console.isFollowing.toggle()
        for kind in PaneKind.allCases { console.refilterPane(kind, world) }
        return []
      },
      KeyBinding(
        "view.history-back", "[", in: [.everywhere], "place before",
        "back to the place before this one", group: .looking
      ) { console, world in
        guard let place = console.places.back(from: console.place) else {
          console.tell(.info, "this is the first place", world)
          return []
        }
        console.go(to: place, world)
        return []
      },
      KeyBinding(
        "view.history-forward", "]", in: [.everywhere], "place after",
        "forward again after going back", group: .looking
      ) { console, world in
        guard let place = console.places.forward() else {
          console.tell(.info, "this is the last place", world)
          return []
        }
        console.go(to: place, world)
        return []
      },
      KeyBinding(
        "view.last-place", "-", in: [.everywhere], "last place",
        "to the place before this one, and back again", group: .looking
      ) { console, world in
        guard let place = console.places.last(from: console.place) else {
          console.tell(.info, "this is the first place", world)
          return []
        }
        console.go(to: place, world)
        return []
      },
      KeyBinding(
        "view.json", "J", in: [.main], "JSON",
        "show the entity as the API gives it, secrets left out",
        group: .looking, whyDisabled: needsRow
      ) { console, world in
        if let ref = console.subject, let overlay = TextOverlay.json(ref, world) {
          console.open(overlay)
        }
        return []
      },
      KeyBinding(
        "view.columns-right", "S-Right", in: [.list], "more columns",
        "scroll columns that do not fit into sight", group: .looking
      ) { console, _ in
        let last = console.pane.definition.columns.count - 2
        console.pane.scrolledColumns = min(console.pane.scrolledColumns + 1, max(0, last))
        return []
      },
      KeyBinding(
        "view.columns-left", "S-Left", in: [.list], "fewer columns", "scroll columns back",
        group: .looking
      ) { console, _ in
        console.pane.scrolledColumns = max(0, console.pane.scrolledColumns - 1)
        return []
      },
    ]

  private static let panes: [KeyBinding] = PaneKind.allCases.map { kind in
    KeyBinding(
      ActionID(rawValue: "view.\(kind.title.lowercased())"), "\(kind.rawValue)",
      in: [.everywhere], kind.title.lowercased(), "to the pane of \(kind.title.lowercased())",
      group: .looking
    ) { console, world in
      console.focus(on: kind, world)
      return []
    }
  }

  private static let screenKeys: [KeyBinding] = TabLine.available.map { id in
    KeyBinding(
      ActionID(rawValue: "view.\(id.title.lowercased())"), "\(id.rawValue)",
      in: [.everywhere], id.title.lowercased(), "to the screen \(id.title)", group: .looking
    ) { console, world in
      console.open(screen: id, world)
      return []
    }
  }

  /// Disabled where there is no row under the cursor.
  static let needsRow: DisabledReason = { console, _ in
    console.subject == nil ? "there is no row here" : nil
  }
}
