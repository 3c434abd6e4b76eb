import Doctor
import Enforcement
import GatewayModel
import Terminal

extension KeyTable {
  /// Keys of the full screens, and those that lead there from a row.
  static let screens: [KeyBinding] = leading + tracing + past + examining + counting

  private static let leading: [KeyBinding] = [
    KeyBinding(
      "key.why", "t", in: [.keys], "why?", "explain the key's newest refusal, or try a request",
      group: .watching, footer: 42, whyDisabled: needsRow
    ) { console, world in
      guard case .apiKey(let id) = console.subject else { return [] }
      return console.explain(id, world)
    },
    KeyBinding(
      "view.entity-history", "H", in: [.keys, .plans, .methods, .stages], "history",
      "who changed this row, and when", group: .watching, whyDisabled: needsRow
    ) { console, world in
      let ref = console.subject
      console.open(screen: .history, world)
      console.updateScreen(.history, as: HistoryScreen.self) { $0.show(ref, world) }
      return []
    },
  ]

  private static let tracing: [KeyBinding] = [
    KeyBinding(
      "trace.older", "n", in: [.trace], "older", "the refusal before this one", group: .watching,
      footer: 20,
      whyDisabled: { console, world in
        needsRefusals(console, world)
          ?? needsRefusal(by: 1, "this is the oldest recorded one", console)
      }
    ) { console, world in console.stepRefusal(by: 1, world) },
    KeyBinding(
      "trace.newer", "p", in: [.trace], "newer", "the refusal after this one", group: .watching,
      footer: 21,
      whyDisabled: { console, world in
        needsRefusals(console, world) ?? needsRefusal(by: -1, "this is the newest one", console)
      }
    ) { console, world in console.stepRefusal(by: -1, world) },
    KeyBinding(
      "trace.fix", "f, Enter", in: [.trace], "do it", "do what would let the request pass",
      group: .changing, footer: 10,
      whyDisabled: { console, world in
        if let reason = needsWriting(console, world) { return reason }
        let trace = console.screens[.trace] as? TraceScreen
        guard let fix = trace?.fix else { return "the cursor is on no proposal" }
        return fix.command == nil ? "only the caller can do this" : nil
      }
    ) { console, world in console.askToFix(world) },
    KeyBinding(
      "trace.rule", "o", in: [.trace], "rule", "go to the entity that set the step's rule",
      group: .looking, footer: 30,
      whyDisabled: { console, _ in
        let trace = console.screens[.trace] as? TraceScreen
        return trace?.rule == nil ? "no entity set this step's rule" : nil
      }
    ) { console, world in console.openRule(world) },
    KeyBinding(
      "trace.compose", "c", in: [.trace], "compose…", "put a request together and try it",
      group: .watching, footer: 25,
      whyDisabled: { _, world in
        world.state.apis.values.contains { !$0.stages.isEmpty }
          ? nil : "there is no stage to call yet"
      }
    ) { console, world in console.compose(at: console.panes[console.focus]?.cursorRef, world) },
    .forwarded(
      "compose.try", "Enter, ^S", in: [.compose], "try it", "decide it as the gateway would",
      footer: 1),
    .forwarded("compose.next", "Tab, Down", in: [.compose], "next", "to the next field", footer: 2),
    .forwarded("compose.previous", "S-Tab, Up", in: [.compose], "previous", "to the field before"),
    KeyBinding(
      "compose.close", "Esc", in: [.compose], "close", "leave", group: .dialog, footer: 3,
      isInPalette: false
    ) { console, _ in
      console.closeOverlay()
      return []
    },
  ]

  private static let needsRefusals: DisabledReason = { console, _ in
    let trace = console.screens[.trace] as? TraceScreen
    return trace?.refusals.isEmpty ?? true ? "nothing was refused yet" : nil
  }

  private static let needsLine: DisabledReason = { console, _ in
    (console.screens[.history] as? HistoryScreen)?.line == nil ? "there is no line here" : nil
  }

  private static func needsRefusal(
    by step: Int, _ reason: String, _ console: ConsoleState
  ) -> String? {
    (console.screens[.trace] as? TraceScreen)?.canStep(by: step) == true ? nil : reason
  }

  private static let past: [KeyBinding] = [
    KeyBinding(
      "history.open", "Enter", in: [.history], "open", "all about the journal line",
      group: .looking, footer: 10, whyDisabled: needsLine
    ) { console, world in
      guard let line = (console.screens[.history] as? HistoryScreen)?.line else { return [] }
      console.open(TextOverlay.history(line, in: world.state))
      return []
    },
    KeyBinding(
      "history.undo", "U", in: [.history], "undo this", "take back the line under the cursor",
      group: .undoing, footer: 20,
      whyDisabled: { needsLine($0, $1) ?? needsWriting($0, $1) }
    ) { console, world in console.askToUndoLine(world) },
    history("history.command", "^P", "AWS CLI", "show the line as lines of the AWS CLI", 25),
    history("history.copy-command", "^Y", "copy CLI", "copy the lines of the AWS CLI", nil),
    KeyBinding(
      "history.all", "A", in: [.history], "all", "list the changes of everything again",
      group: .looking, footer: 30,
      whyDisabled: { console, _ in
        let screen = console.screens[.history] as? HistoryScreen
        return screen?.entity == nil ? "all changes are listed" : nil
      }
    ) { console, world in
      console.updateScreen(.history, as: HistoryScreen.self) { $0.show(nil, world) }
      return []
    },
  ]

  private static func history(
    _ action: ActionID, _ key: String, _ title: String, _ help: String, _ footer: Int?
  ) -> KeyBinding {
    KeyBinding(
      action, key, in: [.history], title, help, group: .copying, footer: footer,
      whyDisabled: needsLine
    ) { console, _ in
      guard let line = (console.screens[.history] as? HistoryScreen)?.line else { return [] }
      return console.commandLine(of: line.sequence, copies: key == "^Y")
    }
  }

  private static let examining: [KeyBinding] = [
    KeyBinding(
      "doctor.open", "Enter", in: [.doctor], "go there", "to the entity the finding is about",
      group: .looking, footer: 10, whyDisabled: needsRow
    ) { console, world in
      if let ref = console.subject, !console.show(ref, world) {
        console.tell(.info, "no pane lists \(Words.name(of: ref, in: world.state))", world)
      }
      return []
    },
    KeyBinding(
      "doctor.copy", "y", in: [.doctor], "copy mend", "copy the commands that mend it",
      group: .copying, footer: 20,
      whyDisabled: { console, _ in
        let finding = (console.screens[.doctor] as? DoctorScreen)?.finding
        return finding?.mends.isEmpty ?? true ? "there is no command to copy" : nil
      }
    ) { console, _ in
      let mends = (console.screens[.doctor] as? DoctorScreen)?.finding?.mends ?? []
      return console.copy(mends.joined(separator: "\n"), what: Words.count(mends.count, "command"))
    },
    KeyBinding(
      "doctor.examine", "e", in: [.doctor], "examine", "look at everything now", group: .watching,
      footer: 30
    ) { console, world in
      console.health.examine(world, isAskedFor: true)
      console.refreshScreen(.doctor, world)
      console.tell(.info, "examined, as of #\(Words.grouped(Int(world.state.sequence)))", world)
      return []
    },
  ]

  private static let counting: [KeyBinding] = [
    KeyBinding(
      "usage.open", "Enter", in: [.usage], "open", "to the key", group: .looking, footer: 10,
      whyDisabled: needsRow
    ) { console, world in
      if let ref = console.subject { console.show(ref, world) }
      return []
    },
    KeyBinding(
      "usage.why", "t", in: [.usage], "why?", "explain the key's newest refusal",
      group: .watching, footer: 20, whyDisabled: needsRow
    ) { console, world in
      guard case .apiKey(let id) = console.subject else { return [] }
      return console.explain(id, world)
    },
  ]
}
