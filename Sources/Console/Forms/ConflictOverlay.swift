import GatewayModel
public import Terminal

/// An edit that met another's: what was seen, what it is now, who changed it, and the ways out.
public struct ConflictOverlay: Overlay {
  /// A line of the comparison.
  private struct Side: Sendable {
    let label: String
    let seen: String
    let present: String
    let mine: String
  }

  /// The scope of its keys.
  public let scope = KeyScope.conflict
  private let conflict: EditConflict
  private let name: String
  /// The form whose edits met others; nil for a change without one.
  private let form: FormOverlay?
  /// The change that met others, when it came from no form.
  private let submission: Submission?
  private let sides: [Side]

  /// True when there is nothing left to change.
  var isGone: Bool { conflict.present == nil }

  init(_ conflict: EditConflict, form: FormOverlay, world: any ConsoleWorld) {
    self.conflict = conflict
    self.form = form
    submission = nil
    name =
      conflict.present == nil
      ? form.definition.title : Words.name(of: conflict.ref, in: world.state)
    sides = Self.sides(of: form, world)
  }

  init(_ conflict: EditConflict, submission: Submission?, world: any ConsoleWorld) {
    self.conflict = conflict
    self.submission = submission
    form = nil
    name = Words.name(of: conflict.ref, in: world.state)
    sides = Self.sides(conflict.base, conflict.present)
  }

  /// Takes one of the ways out.
  public mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply {
    switch key.typedCharacter {
    case "t": return takeTheirs()
    case "r": return goOn(world)
    default: return .stay
    }
  }

  private func takeTheirs() -> OverlayReply {
    let hasForm = form != nil
    let text = "kept \(name) as \(conflict.theirs.actor) left it"
    return .closeThen { console, world in
      if hasForm, console.overlays.last is FormOverlay { console.closeOverlay() }
      console.tell(.info, text, world)
      return []
    }
  }

  /// Puts the edits on top of theirs: the form opens again, a change without one is asked for again.
  private func goOn(_ world: any ConsoleWorld) -> OverlayReply {
    let gone = "\(name) has been deleted: there is nothing to change"
    if let form {
      guard let rebased = form.rebased(world) else { return .closeThen(Self.tell(gone)) }
      return .closeThen { console, _ in
        if console.overlays.last is FormOverlay { console.closeOverlay() }
        console.open(rebased)
        return []
      }
    }
    guard var submission, !isGone else { return .closeThen(Self.tell(gone)) }
    for ref in submission.expecting.keys {
      submission.expecting[ref] = world.state.revision(of: ref)
    }
    let fresh = submission
    return .closeThen { console, world in console.submit(fresh, world) }
  }

  private static func tell(_ text: String) -> ConsoleAction {
    { console, world in
      console.tell(.error, text, world)
      return []
    }
  }

  private static func sides(of form: FormOverlay, _ world: any ConsoleWorld) -> [Side] {
    let now = form.definition.remake(world.state)
    let mine = form.values
    return form.definition.entries.compactMap { entry in
      guard let seen = mine.initial[entry.id], let own = mine.current[entry.id] else { return nil }
      let theirs = now?.entries.first { $0.id == entry.id }
      let present = theirs.map { $0.words($0.initial) } ?? "—"
      let side = Side(
        label: entry.label, seen: entry.words(seen), present: present, mine: entry.words(own))
      return side.seen == side.present && side.seen == side.mine ? nil : side
    }
  }

  private static func sides(_ base: Entity?, _ present: Entity?) -> [Side] {
    let old = base.map(EntityMember.all(of:)) ?? []
    let new = present.map(EntityMember.all(of:)) ?? []
    let gone = old.filter { !new.contains($0) }.map { "\($0.path) \($0.words)" }
    let come = new.filter { !old.contains($0) }.map { "\($0.path) \($0.words)" }
    return (0..<max(gone.count, come.count)).map { index in
      Side(
        label: "", seen: gone.indices.contains(index) ? gone[index] : "",
        present: come.indices.contains(index) ? come[index] : "", mine: "")
    }
  }

  /// Draws both sides beside each other.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    let width = min(96, area.width - 4)
    let head = headLines(width: width - 2, view)
    let ways = self.ways.flatMap { $0.wrapped(to: max(1, width - 2)) }
    let wanted = head.count + max(1, sides.count) + 2 + ways.count + 1
    let size = Size(width: width, height: min(wanted, area.height - 2))
    let inner = OverlayBox.draw(
      size, title: isGone ? "\(name) is gone" : "Both changed \(name)",
      into: &frame, in: area
    ).inset(horizontal: 1, vertical: 0)
    let parts = inner.splitRows([.fixed(head.count), .share(), .fixed(ways.count)])
    frame.draw(lines: head, in: parts[0])
    drawSides(into: &frame, in: parts[1])
    frame.draw(lines: ways, in: parts[2])
    return nil
  }

  private func headLines(width: Int, _ view: ConsoleView) -> [StyledText] {
    let theirs = conflict.theirs
    let age = Words.age(max(0, view.now.seconds - theirs.time.seconds))
    let line = StyledText(
      DisplayText(
        "\(theirs.actor) (\(theirs.surface)) was faster: #\(Words.grouped(Int(theirs.sequence))) "
          + "\(theirs.summary), \(age == "now" ? "just now" : age + " ago"). Nothing was saved."),
      Style(.warning))
    return line.wrapped(to: max(1, width)) + [.empty]
  }

  private func drawSides(into frame: inout Frame, in rect: Rect) {
    let hasMine = form != nil
    let columns = rect.splitColumns([
      .fixed(hasMine ? min(16, rect.width / 5) : 0), .share(), .share(),
      hasMine ? .share() : .fixed(0),
    ])
    let heads: [DisplayText] = ["", "you saw", "it is now", "you typed"]
    for (column, head) in zip(columns, heads) {
      frame.draw(head, in: column, Style(.heading, .bold))
    }
    for (row, side) in sides.prefix(max(0, rect.height - 1)).enumerated() {
      let line = columns.map { $0.row(row + 1).firstColumns(max(0, $0.width - 1)) }
      frame.draw(DisplayText(side.label), in: line[0], .muted)
      frame.draw(DisplayText(side.seen), in: line[1], Style(.removed))
      frame.draw(DisplayText(side.present), in: line[2], Style(.added))
      frame.draw(DisplayText(side.mine), in: line[3], .bold)
    }
    if sides.isEmpty {
      frame.draw(
        isGone ? "it was deleted" : "it looks as it did", in: rect.row(1), .muted)
    }
  }

  private var ways: [StyledText] {
    guard !isGone else {
      return [
        Self.way("t", "leave it deleted, drop mine"),
        Self.way("Esc", form == nil ? "leave it" : "back to the form as it was"),
      ]
    }
    return [
      Self.way("t", "keep theirs, drop mine"),
      Self.way(
        "r", form == nil ? "do mine again on top of theirs" : "open the form again on top of theirs"
      ),
      Self.way("Esc", form == nil ? "leave it" : "back to the form as it was"),
    ]
  }

  private static func way(_ key: String, _ text: String) -> StyledText {
    StyledText(DisplayText(key).fitted(to: 5), Style(.key, .bold)) + StyledText(DisplayText(text))
  }
}
