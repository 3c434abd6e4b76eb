import GatewayModel
import Terminal

/// How an empty workspace explains itself: the tutorial's steps, ticked off as they are done.
enum Onboarding {
  /// Workspaces with more keys than this need no tutorial.
  static let limitKeys = 3
  /// Workspaces with more APIs than this need no tutorial.
  static let limitApis = 2

  /// The steps and whether each is done; empty once all are, or when nobody needs them.
  static func steps(
    _ state: GatewayState, _ world: any ConsoleWorld
  ) -> [(step: OnboardingStep, isDone: Bool)] {
    guard state.keys.count <= limitKeys, state.apis.count <= limitApis else { return [] }
    let steps = OnboardingStep.all.map { ($0, $0.isDone(state, world)) }
    return steps.allSatisfy(\.1) ? [] : steps
  }

  /// The steps as lines of the detail pane.
  static func lines(_ view: ConsoleView) -> [DetailLine] {
    let steps = steps(view.state, view.world)
    guard !steps.isEmpty else { return [] }
    let glyphs: Glyphs = view.world.capabilities.hasUnicode ? .unicode : .ascii
    let next = steps.firstIndex { !$0.isDone }
    let done = steps.count(where: \.isDone)
    let head = StyledText(
      DisplayText("First steps: \(done) of \(steps.count) done"), Style(.heading, .bold))
    return [.text(head)]
      + steps.enumerated().map { index, entry in
        let mark = Character(entry.isDone ? glyphs.ok : index == next ? glyphs.cursor : glyphs.off)
        let style =
          entry.isDone ? Style.muted : index == next ? Style(.accent, .bold) : .plain
        var line = StyledText(
          DisplayText("\(mark) "), entry.isDone ? Style(.ok) : style)
        line.append(DisplayText("\(index + 1) \(entry.step.title)"), style)
        if !entry.isDone {
          line.append("  ")
          line.append(DisplayText(key(of: entry.step, view)), Style(.key, .bold))
        }
        return .text(line)
      }
  }

  /// The next step in one line, for where the checklist itself is not seen; nil when none is left.
  static func next(_ view: ConsoleView) -> StyledText? {
    let steps = steps(view.state, view.world)
    guard let next = steps.first(where: { !$0.isDone })?.step else { return nil }
    let done = "\(steps.count(where: \.isDone)) of \(steps.count) done, next "
    var line = StyledText(DisplayText(done), .muted)
    line.append(DisplayText(key(of: next, view)), Style(.key, .bold))
    line.append(DisplayText("  \(next.title)"))
    return line
  }

  /// The presses that lead to a step's action from anywhere on the main screen.
  static func key(of step: OnboardingStep, _ view: ConsoleView) -> String {
    let row = KeyTable.byAction[step.action]?.first
    let label = row?.keyLabel(hasUnicode: view.world.capabilities.hasUnicode) ?? ""
    return label.isEmpty ? "\(step.pane.rawValue)" : "\(step.pane.rawValue) \(label)"
  }
}
