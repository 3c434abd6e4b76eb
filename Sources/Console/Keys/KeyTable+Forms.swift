import GatewayModel
import Terminal

extension KeyTable {
  /// Keys that open forms.
  static let forms: [KeyBinding] = keyForms + planForms + methodForms + stageForms + formKeys

  /// Disabled where nothing may be changed.
  static let needsWriting: DisabledReason = { _, world in
    world.status.isReadOnly ? "this workspace is open for reading only" : nil
  }

  private static let keyForms: [KeyBinding] = [
    KeyBinding(
      "key.new", "n", in: [.keys], "new…", "make a key; its value is shown once",
      group: .changing, footer: 20, whyDisabled: needsWriting
    ) { console, world in console.open(form: .keyCreation(), world) },
    KeyBinding(
      "key.edit", "e, F4", in: [.keys], "edit…", "name, description, tags, on or off",
      group: .changing, footer: 25, whyDisabled: needsWritableRow
    ) { console, world in
      guard case .apiKey(let id) = console.subject else { return [] }
      return console.open(form: .keyEdit(id, in: world.state), world)
    },
    KeyBinding(
      "key.rotate", "r", in: [.keys], "rotate…",
      "make a successor with the same plans; the old key stays on until you switch it off",
      group: .changing, footer: 40, whyDisabled: needsWritableRow
    ) { console, world in
      guard case .apiKey(let id) = console.subject else { return [] }
      return console.open(form: .keyRotation(id, in: world.state), world)
    },
    KeyBinding(
      "key.plans", "p", in: [.keys], "plans…",
      "put the key, or all marked ones, into plans or take them out", group: .changing,
      footer: 35, whyDisabled: needsWritableRow
    ) { console, world in
      let ids = console.subjects.compactMap { ref -> ApiKeyID? in
        if case .apiKey(let id) = ref { return id }
        return nil
      }
      return console.open(list: .plans(of: ids, in: world.state), world)
    },
    KeyBinding(
      "key.grant", "i", in: [.keys], "requests left…",
      "give the key more requests of its quota in this period, or fewer", group: .changing,
      whyDisabled: { console, world in
        if let reason = needsWritableRow(console, world) { return reason }
        guard case .apiKey(let id) = console.subject else { return "this row is no key" }
        let plans = world.state.planIdsByKey[id] ?? []
        return plans.contains { world.state.plans[$0]?.quota != nil }
          ? nil : "none of its plans has a quota"
      }
    ) { console, world in
      guard case .apiKey(let id) = console.subject else { return [] }
      return console.open(form: .grant(to: id, world), world)
    },
  ]

  private static let planForms: [KeyBinding] = [
    KeyBinding(
      "plan.new", "n", in: [.plans], "new…", "make a plan: rate, burst, quota, stages",
      group: .changing, footer: 20, whyDisabled: needsWriting
    ) { console, world in console.open(form: .planCreation(in: world.state), world) },
    KeyBinding(
      "plan.edit", "e, F4", in: [.plans], "edit…", "rate, burst, quota and stages; acts at once",
      group: .changing, footer: 25, whyDisabled: needsWritableRow
    ) { console, world in
      guard case .usagePlan(let id) = console.subject else { return [] }
      return console.open(form: .planEdit(id, in: world.state), world)
    },
    KeyBinding(
      "plan.keys", "m", in: [.plans], "keys…", "put keys into the plan or take them out",
      group: .changing, footer: 35, whyDisabled: needsWritableRow
    ) { console, world in
      guard case .usagePlan(let id) = console.subject else { return [] }
      return console.open(list: .members(of: id, in: world.state), world)
    },
  ]

  private static let methodForms: [KeyBinding] = [
    KeyBinding(
      "method.new", "n", in: [.methods], "new…",
      "make a method with its path and backend; in an empty workspace: an API",
      group: .changing, footer: 20, whyDisabled: needsWriting
    ) { console, world in
      let state = world.state
      return console.open(
        form: .methodCreation(at: console.subject, in: state) ?? .apiCreation(), world)
    },
    KeyBinding(
      "api.new", "N", in: [.methods], "new API…", "make an API", group: .changing, footer: 28,
      whyDisabled: needsWriting
    ) { console, world in console.open(form: .apiCreation(), world) },
    KeyBinding(
      "resource.new", "r", in: [.methods], "new resource…",
      "make a path without a method, below the one under the cursor", group: .changing,
      whyDisabled: { console, world in
        needsWriting(console, world) ?? (world.state.apis.isEmpty ? "there is no API yet" : nil)
      }
    ) { console, world in
      console.open(form: .resourceCreation(at: console.subject, in: world.state), world)
    },
    KeyBinding(
      "method.edit", "e, F4", in: [.methods], "edit…",
      "the method with its backend, or the API; a path gets its first method",
      group: .changing, footer: 25, whyDisabled: needsWritableRow
    ) { console, world in
      let state = world.state
      switch console.subject {
      case .restApi(let id): return console.open(form: .apiEdit(id, in: state), world)
      case .method(let api, let resource, let verb):
        return console.open(form: .methodEdit(api, resource, verb, in: state), world)
      case let ref: return console.open(form: .methodCreation(at: ref, in: state), world)
      }
    },
  ]

  private static let stageForms: [KeyBinding] = [
    KeyBinding(
      "stage.edit", "e, F4", in: [.stages], "edit…",
      "description, variables and limits of the stage; acts at once", group: .changing,
      footer: 25, whyDisabled: needsWritableRow
    ) { console, world in
      guard case .stage(let id) = console.subject else { return [] }
      return console.open(form: .stageEdit(id, in: world.state), world)
    }
  ]

  private static let formKeys: [KeyBinding] = [
    .forwarded(
      "form.save", "^S", in: [.form], "save", "save, if nothing stands in the way", footer: 1),
    .forwarded(
      "form.next", "Tab, Enter, Down", in: [.form], "next", "to the next field", footer: 3),
    .forwarded("form.previous", "S-Tab, Up", in: [.form], "previous", "to the field before"),
    review("form.review-down", "PgDn", "more", "to the lines of the review that follow", 2, by: 1),
    review("form.review-up", "PgUp", "back", "to the lines of the review before", nil, by: -1),
    .forwarded(
      "form.discard", "Esc", in: [.form], "discard", "leave; asks when something was typed",
      footer: 4),
    .forwarded(
      "form.command", "^P", in: [.form], "AWS CLI", "show the change as a line of the AWS CLI",
      footer: 5, whyDisabled: needsCommand),
    .forwarded(
      "form.copy-command", "^Y", in: [.form], "copy CLI", "copy the line of the AWS CLI"),
    .forwarded(
      "pick.save", "^S, Enter", in: [.pick], "save", "make the ticks true, as one change",
      footer: 1),
    .forwarded("pick.toggle", "Space", in: [.pick], "tick", "tick, or take the tick", footer: 2),
    .forwarded(
      "pick.discard", "Esc", in: [.pick], "discard", "leave; asks when something was ticked",
      footer: 3),
    .forwarded(
      "pick.command", "^P", in: [.pick], "AWS CLI", "show the change as lines of the AWS CLI",
      footer: 4, whyDisabled: needsCommand),
    .forwarded(
      "pick.copy-command", "^Y", in: [.pick], "copy CLI", "copy the lines of the AWS CLI"),
    .forwarded("secret.copy", "y", in: [.secret], "copy", "copy the value", footer: 1),
    .forwarded(
      "conflict.theirs", "t", in: [.conflict], "keep theirs", "drop what was typed here",
      footer: 1),
    .forwarded(
      "conflict.again", "r", in: [.conflict], "on top", "put what was typed here on top of theirs",
      footer: 2,
      whyDisabled: { console, _ in
        (console.overlays.last as? ConflictOverlay)?.isGone == true ? "it has been deleted" : nil
      }),
    KeyBinding(
      "form.close", "Esc", in: [.secret, .conflict], "close", "leave without a change",
      group: .dialog, footer: 3, isInPalette: false
    ) { console, _ in
      console.closeOverlay()
      return []
    },
    KeyBinding(
      "secret.close", "Enter, q", in: [.secret], "close", "hide the value", group: .dialog,
      isInPalette: false
    ) { console, _ in
      console.closeOverlay()
      return []
    },
  ]

  /// Disabled while nothing that was typed or ticked makes a change.
  private static let needsCommand: DisabledReason = { console, _ in
    let command =
      (console.overlays.last as? FormOverlay)?.check.command
      ?? (console.overlays.last as? PickOverlay)?.command
    return command == nil ? "there is no change to write as a command" : nil
  }

  /// A row that scrolls what is to be looked at before saving.
  private static func review(
    _ action: ActionID, _ key: String, _ title: String, _ help: String, _ footer: Int?,
    by windows: Int
  ) -> KeyBinding {
    KeyBinding(
      action, key, in: [.form], title, help, group: .dialog, footer: footer, isInPalette: false,
      whyDisabled: { console, world in
        let form = console.overlays.last as? FormOverlay
        let view = ConsoleView(console, world)
        return form?.isReviewCut(in: console.overlayArea, view) == true
          ? nil : "there is nothing more to see"
      }
    ) { console, world in
      let view = ConsoleView(console, world)
      let area = console.overlayArea
      console.updateOverlay(as: FormOverlay.self) { $0.scrollReview(by: windows, in: area, view) }
      return []
    }
  }
}

extension ConsoleState {
  /// Opens a form, or tells that what it is about has gone.
  mutating func open(form definition: FormDefinition?, _ world: any ConsoleWorld) -> [Effect] {
    guard let definition else {
      tell(.info, "there is nothing to edit here", world)
      return []
    }
    open(FormOverlay(definition, world: world))
    return []
  }

  /// Opens a list to tick, or tells that what it is about has gone.
  mutating func open(list definition: PickDefinition?, _ world: any ConsoleWorld) -> [Effect] {
    guard let definition else {
      tell(.info, "there is nothing to edit here", world)
      return []
    }
    open(PickOverlay(definition))
    return []
  }
}
