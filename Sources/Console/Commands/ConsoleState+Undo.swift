import GatewayModel
import Terminal

extension ConsoleState {
  /// Lines of its own that a console remembers; it asks before it takes back older ones.
  static let ownLinesLimit = 4_096

  /// Remembers that this console wrote a line.
  mutating func noteOwnLine(_ sequence: Sequence64) {
    ownLines.append(sequence)
    if ownLines.count > Self.ownLinesLimit { ownLines.removeFirst() }
  }

  /// Takes back the last change, after a question where that takes something away or was made
  /// elsewhere; presses while one is under way follow one after the other.
  mutating func undo(_ world: any ConsoleWorld) -> [Effect] {
    guard !pendingEffects.values.contains(where: \.isUndo) else {
      waitingUndos += 1
      return []
    }
    let id = makeEffectID()
    pendingEffects[id] = PendingEffect(
      label: "reading the last change", then: nil, isUndo: true,
      recalled: { recalled in { console, world in console.undo(recalled, world) } })
    return [.recallUndo(id)]
  }

  /// Goes on with the presses that waited, as long as nothing is asked and nothing was refused.
  mutating func goOnUndoing(after outcome: EffectOutcome, _ world: any ConsoleWorld) -> [Effect] {
    if case .recalled = outcome, !(overlays.last is ConfirmOverlay) { return [] }
    guard case .accepted = outcome, waitingUndos > 0, overlays.isEmpty else {
      waitingUndos = 0
      return []
    }
    waitingUndos -= 1
    return undo(world)
  }

  private mutating func undo(_ recalled: RecalledLine, _ world: any ConsoleWorld) -> [Effect] {
    let line = recalled.line
    let losses = UndoLosses(recalled.steps, in: world.state)
    let isOwn = ownLines.contains(line.sequence)
    guard !isOwn || !losses.isEmpty else { return takeBack(line) }
    let isForeign = "Not made in this console since it was opened."
    askToTakeBack(
      line, losses, notes: isOwn ? [] : [isForeign], isDestructive: true, world.state)
    return []
  }

  /// Asks before it takes back the journal line under the cursor.
  mutating func askToUndoLine(_ world: any ConsoleWorld) -> [Effect] {
    guard let line = (screens[.history] as? HistoryScreen)?.line else { return [] }
    return recall(line.sequence) { recalled in
      { console, world in
        let losses = UndoLosses(recalled.steps, in: world.state)
        console.askToTakeBack(
          recalled.line, losses, notes: ["Refused if one of its entities was changed since."],
          isDestructive: !losses.isEmpty, world.state)
        return []
      }
    }
  }

  private mutating func askToTakeBack(
    _ line: HistoryLine, _ losses: UndoLosses, notes: [String], isDestructive: Bool,
    _ state: GatewayState
  ) {
    let who = "\(line.actor) by \(line.surface), \(Words.moment(line.time)) UTC"
    open(
      ConfirmOverlay(
        title: "Take back #\(Words.grouped(Int(line.sequence)))?",
        body: [line.summary, who] + notes + losses.lines, verb: "Undo",
        isDestructive: isDestructive, phrase: Self.phrase(for: losses.deleted, state),
        change: .undo(line.sequence)
      ) { console, _ in console.takeBack(line) })
  }

  /// Takes back a line of the journal.
  mutating func takeBack(_ line: HistoryLine) -> [Effect] {
    let id = makeEffectID()
    pendingEffects[id] = PendingEffect(
      label: "undid: \(line.summary)", then: nil, hint: Hint(key: "Z", title: "redo"),
      isUndo: true)
    return [.undoLine(id, line.sequence)]
  }
}
