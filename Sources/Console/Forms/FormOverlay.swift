import GatewayModel
public import Terminal

/// A form over the screen: checks as one types, saves as one change.
public struct FormOverlay: Overlay {
  /// The scope of its keys.
  public let scope = KeyScope.form
  let definition: FormDefinition
  /// The fields that are shown.
  private(set) var form: Form
  /// The values of all fields, hidden ones too.
  private(set) var current: [FormEntry.ID: FormValue]
  /// What the values would come to.
  private(set) var check = FormCheck.unchanged
  /// Fields whose mistakes are told: those that were edited, and all after a try to save.
  private var touched: Set<FormEntry.ID> = []
  /// Lines of the review scrolled out at the top.
  var reviewTop = 0
  /// What the change would have meant to recent requests.
  private(set) var rehearsal: [StyledText] = []
  /// A refusal that belongs to no field.
  private(set) var refusal: CommandError?
  /// The submission that has not been answered.
  private var sentID: EffectID?
  /// True when somebody changed the entity since the form was opened.
  private(set) var isStale = false

  /// Opens a form.
  init(_ definition: FormDefinition, world: any ConsoleWorld) {
    self.definition = definition
    current = Dictionary(
      definition.entries.map { ($0.id, $0.initial) }, uniquingKeysWith: { first, _ in first })
    form = Form([])
    revise(world)
  }

  /// The values as they were and as they are.
  var values: FormValues {
    FormValues(
      initial: Dictionary(
        definition.entries.map { ($0.id, $0.initial) }, uniquingKeysWith: { first, _ in first }),
      current: current)
  }

  /// The fields the user has changed.
  var changedEntries: [FormEntry] {
    let values = values
    return definition.entries.filter { values.isChanged($0.id) && $0.isShown(values) }
  }

  /// The same edits on the entity as it is now; nil when it has gone.
  func rebased(_ world: any ConsoleWorld) -> FormOverlay? {
    guard let fresh = definition.remake(world.state) else { return nil }
    var form = FormOverlay(fresh, world: world)
    for entry in changedEntries { form.current[entry.id] = current[entry.id] }
    form.touched = touched
    form.form = Form([])
    form.revise(world)
    return form
  }

  /// Edits a field, goes to another, or saves.
  public mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply {
    switch (key.key, key.modifiers) {
    case (.character("s"), .control): return save(world)
    case (.escape, []): return discard()
    case (.character("p"), .control): return showCommandLine(copies: false)
    case (.character("y"), .control): return showCommandLine(copies: true)
    case (.enter, []): _ = form.handle(KeyEvent(.tab))
    default: take(form.handle(key), world)
    }
    return .stay
  }

  /// Goes from field to field.
  public mutating func move(_ motion: Motion, world: any ConsoleWorld) {
    switch motion {
    case .up, .pageUp, .halfPageUp, .first: _ = form.handle(KeyEvent(.up))
    case .by(let rows) where rows < 0: _ = form.handle(KeyEvent(.up))
    default: _ = form.handle(KeyEvent(.down))
    }
  }

  /// Puts pasted text into the field.
  public mutating func paste(_ text: String, world: any ConsoleWorld) {
    take(form.paste(text), world)
  }

  /// Sees whether somebody else changed what is edited here.
  public mutating func refresh(world: any ConsoleWorld) {
    guard sentID == nil else { return }
    let state = world.state
    isStale = definition.expecting(values).contains { state.revision(of: $0.key) != $0.value }
  }

  /// Takes a click; `rect` is where the fields were drawn.
  mutating func click(_ event: MouseEvent, in rect: Rect, _ world: any ConsoleWorld) {
    take(form.handle(event, in: rect), world)
  }

  private mutating func take(_ outcome: FormOutcome, _ world: any ConsoleWorld) {
    guard case .edited(let id) = outcome, let field = form[id],
      let entry = definition.entries.first(where: { $0.id == id })
    else { return }
    current[id] = entry.value(of: field.control)
    touched.insert(id)
    revise(world)
  }

  /// Lays the fields out and checks them, by the rules the command itself is judged by.
  private mutating func revise(_ world: any ConsoleWorld) {
    let values = values
    let shown = definition.entries.filter { $0.isShown(values) }
    layOut(shown)
    var errors: [FormEntry.ID: CommandError] = [:]
    for entry in shown { errors[entry.id] = entry.check(values.text(entry.id)) }
    refusal = nil
    check = .incomplete
    rehearsal = []
    if errors.isEmpty { errors = judge(values, shown, world) }
    for index in form.fields.indices {
      let id = form.fields[index].id
      let error = touched.contains(id) ? errors[id] : nil
      form.fields[index].remark = error.map { .error(DisplayText($0.message)) }
    }
  }

  /// Tries the command, and finds the field a refusal belongs to.
  private mutating func judge(
    _ values: FormValues, _ shown: [FormEntry], _ world: any ConsoleWorld
  ) -> [FormEntry.ID: CommandError] {
    guard let command = definition.command(values) else {
      check = .unchanged
      return [:]
    }
    do {
      let decision = try world.preview(command)
      check = .ready(command, decision)
      rehearsal = definition.rehearsal?(values, decision, world) ?? []
      return [:]
    } catch {
      check = .refused(command, error)
      // That it has gone is no mistake of a field, and is told with who took it away.
      guard !touched.isEmpty, !isGone(world) else { return [:] }
      guard let id = Self.entry(of: error, in: shown)?.id else {
        refusal = error
        return [:]
      }
      touched.insert(id)
      return [id: error]
    }
  }

  /// The field of an error, by its name or by that of the object it is part of.
  static func entry(of error: CommandError, in entries: [FormEntry]) -> FormEntry? {
    guard let name = error.field else { return nil }
    return entries.first { $0.id == name }
      ?? entries.first { name.hasPrefix($0.id + ".") || $0.id.hasPrefix(name + ".") }
  }

  /// Shows other fields when a choice asks for them; what is shown already keeps its cursor.
  private mutating func layOut(_ shown: [FormEntry]) {
    guard form.fields.map(\.id) != shown.map(\.id) else { return }
    let known = form
    form = Form(
      shown.map { entry in known[entry.id] ?? entry.field(current[entry.id] ?? entry.initial) })
    if let id = known.focusedField?.id { form.setFocus(id) }
  }

  private mutating func save(_ world: any ConsoleWorld) -> OverlayReply {
    guard sentID == nil else { return .stay }
    touched.formUnion(form.fields.map(\.id))
    revise(world)
    switch check {
    case .unchanged:
      return .closeThen { console, world in
        console.tell(.info, "nothing was changed", world)
        return []
      }
    case .refused(let command, _) where isGone(world):
      // Asked for all the same: the answer tells who took the entity away.
      return .perform(asking(submission(of: command), nil))
    case .incomplete, .refused:
      form.setFocusOnError()
      return .stay
    case .ready(let command, _):
      return .perform(
        asking(submission(of: command), definition.question?(values, world.state)))
    }
  }

  private func submission(of command: Command) -> Submission {
    Submission(command, expecting: definition.expecting(values), label: definition.label(values))
  }

  /// True when what is edited is there no longer.
  private func isGone(_ world: any ConsoleWorld) -> Bool {
    FormDefinition.isAnyGone(definition.expecting(values), in: world.state)
  }

  /// Sends the change, after a question where one is to be asked.
  private func asking(_ submission: Submission, _ question: FormQuestion?) -> ConsoleAction {
    let send: ConsoleAction = { console, world in
      let effects = console.submit(submission, world)
      if case .submit(let id, _)? = effects.first {
        console.updateOverlay(as: FormOverlay.self) { $0.sentID = id }
      }
      return effects
    }
    guard let question else { return send }
    return { console, _ in
      console.open(
        ConfirmOverlay(
          title: question.title, body: question.body, verb: question.verb,
          phrase: question.phrase, change: .command(submission.command), action: send))
      return []
    }
  }

  private func discard() -> OverlayReply {
    let names = changedEntries.map(\.label)
    guard !names.isEmpty else { return .close }
    return .perform { console, _ in
      console.open(
        ConfirmOverlay(
          title: "Discard what was typed?", body: ["Changed: \(names.joined(separator: ", "))."],
          verb: "Discard"
        ) { console, _ in
          console.closeOverlay()
          return []
        })
      return []
    }
  }

  private func showCommandLine(copies: Bool) -> OverlayReply {
    let command = check.command
    return .perform { console, world in
      console.commandLine(of: command, copies: copies, world)
    }
  }

  /// Closes when the change was accepted; shows a refusal at its field, and a conflict's both sides.
  public mutating func receive(
    _ outcome: EffectOutcome, of id: EffectID, world: any ConsoleWorld
  ) -> OverlayReply {
    guard id == sentID else { return .ignored }
    switch outcome {
    case .accepted(_, _, let subjects, _): return .closeThen(definition.then(subjects, values))
    case .unchanged: return .close
    case .refused(let error):
      sentID = nil
      show(error)
      return .perform { console, _ in
        console.pendingEffects[id] = nil
        return []
      }
    case .conflict(let conflict):
      sentID = nil
      isStale = true
      let form = self
      return .perform { console, world in
        console.pendingEffects[id] = nil
        console.open(ConflictOverlay(conflict, form: form, world: world))
        return []
      }
    default:
      sentID = nil
      return .ignored
    }
  }

  private mutating func show(_ error: CommandError) {
    if let id = Self.entry(of: error, in: definition.entries)?.id,
      let index = form.fields.firstIndex(where: { $0.id == id })
    {
      form.fields[index].remark = .error(DisplayText(error.message))
      form.setFocusOnError()
    } else {
      refusal = error
    }
  }
}
