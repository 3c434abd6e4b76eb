import Enforcement
import GatewayModel
import Terminal

extension ConsoleState {
  /// Explains the newest refusal of a key; without one, a request with it can be put together.
  mutating func explain(_ id: ApiKeyID, _ world: any ConsoleWorld) -> [Effect] {
    guard let record = world.requests(.refused(id), limit: 1).first else {
      tell(.info, "none of its recorded requests was refused; try one", world)
      return compose(at: .apiKey(id), world)
    }
    open(screen: .trace, world)
    updateScreen(.trace, as: TraceScreen.self) { $0.show(record, of: id, world) }
    refreshScreen(.trace, world)
    return []
  }

  /// Opens the form of a request to try.
  mutating func compose(at ref: EntityRef?, _ world: any ConsoleWorld) -> [Effect] {
    guard let overlay = ComposeOverlay(at: ref, world: world) else {
      tell(.info, "there is no stage to call yet", world)
      return []
    }
    open(overlay)
    return []
  }

  /// Goes to another refusal.
  mutating func stepRefusal(by step: Int, _ world: any ConsoleWorld) -> [Effect] {
    var found = false
    updateScreen(.trace, as: TraceScreen.self) { found = $0.step(by: step, world) }
    if !found {
      tell(.info, step > 0 ? "this is the oldest recorded one" : "this is the newest one", world)
    }
    return []
  }

  /// Asks before it does what would let the request pass.
  mutating func askToFix(_ world: any ConsoleWorld) -> [Effect] {
    guard let fix = (screens[.trace] as? TraceScreen)?.fix, let command = fix.command else {
      return []
    }
    do {
      let decision = try world.preview(command)
      let then = fix.verdict.map { "Then the request is: \($0.sentence)." }
      let stage = decision.events.lazy.compactMap { event -> ApiStageID? in
        if case .stage(let id) = event.ref { return id }
        return nil
      }.first
      open(
        ConfirmOverlay(
          title: "Do it?",
          body: ["\(fix.sentence)."] + (then.map { [$0] } ?? [])
            + EventWords.lines(decision.events, in: world.state) + decision.warnings,
          verb: "Do it", isDestructive: stage != nil, phrase: stage?.stage,
          change: .command(command)
        ) { console, world in
          console.submit(
            command, editing: decision.events.map(\.ref), label: fix.sentence, world)
        })
    } catch {
      tell(.error, Self.text(of: error), world)
    }
    return []
  }

  /// Goes to the entity that set the rule of the step under the cursor.
  mutating func openRule(_ world: any ConsoleWorld) -> [Effect] {
    guard let rule = (screens[.trace] as? TraceScreen)?.rule else { return [] }
    let ref: EntityRef =
      switch rule.ref {
      case .usagePlanKey(let id), .usageAdjustment(let id): .usagePlan(id.usagePlanId)
      case .deployment(let api, _): .restApi(api)
      default: rule.ref
      }
    if !show(ref, world) {
      tell(.info, "no pane lists \(Words.name(of: ref, in: world.state))", world)
    }
    return []
  }
}
