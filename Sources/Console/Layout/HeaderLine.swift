import GatewayModel
import Terminal

/// The first line: where we are, whether it can be changed, how fresh it is, what is wrong, when.
enum HeaderLine {
  static func draw(into frame: inout Frame, in rect: Rect, _ view: ConsoleView) {
    let bar = " \(Character(frame.glyphs.separator)) "
    let status = view.world.status
    let place = place(name: status.name, status, bar)
    let fresh = freshness(view.world.status, frame.glyphs)
    let alarms = alarms(view, frame.glyphs)
    let others = [
      StyledText(DisplayText("head #\(Words.grouped(Int(view.world.status.journalHead)))")),
      // Minutes do: a clock that moves each second would make an idle console write.
      StyledText(DisplayText("\(view.now.timeOfDay.prefix(5)) UTC"), .muted),
    ]
    // What fits least goes first: the clock, the head, the address; alarms go last.
    let address = address(view.world.status)
    let choices: [(left: StyledText, right: [StyledText])] = [
      (fresh + address, alarms + others), (fresh + address, alarms + others.prefix(1)),
      (fresh + address, alarms), (fresh, alarms), (fresh, Array(alarms.prefix(1))),
      (fresh, shortDrift(view).map { [$0] } ?? []), (fresh, []),
    ]
    let short = shortPlace(status, bar, columns: rect.width - fresh.width)
    for (place, choice) in choices.map({ (place, $0) }) + [(short, choices[choices.count - 1])] {
      let right = joined(choice.right, bar) ?? .empty
      let left = place + choice.left
      let gap = choice.right.isEmpty ? 0 : 3
      let fits = left.width + right.width + gap <= rect.width
      guard fits || place == short else { continue }
      frame.draw(line: left, in: rect)
      frame.draw(
        line: right, in: rect.inset(horizontal: 1, vertical: 0).droppingColumns(left.width),
        align: .trailing)
      return
    }
  }

  /// The place without the product's name, and with as much of the workspace's as there is room
  /// for: that it cannot be changed, and whose traffic it is, are told at every size.
  private static func shortPlace(
    _ status: WorkspaceStatus, _ bar: String, columns: Int
  ) -> StyledText {
    let rest = place(name: "", isShort: true, status, bar)
    let name = DisplayText(status.name)
    let room = max(0, columns - rest.width)
    return place(
      name: name.width <= room ? status.name : name.fitted(to: room).string, isShort: true, status,
      bar
    )
  }

  private static func place(
    name: String, isShort: Bool = false, _ status: WorkspaceStatus, _ bar: String
  ) -> StyledText {
    var text = StyledText(isShort ? " " : " keystile", Style(.accent, .bold))
    if !isShort { text.append(DisplayText(bar), Style(.border)) }
    text.append(DisplayText(name), .bold)
    if status.isReadOnly || !isShort {
      text.append(DisplayText(bar), Style(.border))
      text.append(
        status.isReadOnly ? "READ ONLY" : "RW", Style(status.isReadOnly ? .warning : .standard))
    }
    if status.hasDemoTraffic {
      text.append(DisplayText(bar), Style(.border))
      text.append("demo traffic", Style(.info))
    }
    text.append(DisplayText(bar), Style(.border))
    return text
  }

  private static func freshness(_ status: WorkspaceStatus, _ glyphs: Glyphs) -> StyledText {
    let seconds = status.followerAgeMilliseconds / 1_000
    if seconds >= staleSeconds {
      return StyledText(
        DisplayText("\(Character(glyphs.warning)) \(Words.age(seconds)) old"), Style(.warning))
    }
    return StyledText(DisplayText("\(Character(glyphs.on)) live"), Style(.ok))
  }

  /// Seconds without a word of the journal's follower after which what is shown counts as old.
  private static let staleSeconds: Int64 = 5

  private static func address(_ status: WorkspaceStatus) -> StyledText {
    guard let address = status.gateways.first else {
      return StyledText(" no gateway", Style(.warning))
    }
    let gateway = address.split(separator: "/").last.map(String.init) ?? address
    let more = status.gateways.count > 1 ? " +\(status.gateways.count - 1)" : ""
    return StyledText(DisplayText(" \(gateway)\(more)"), .muted)
  }

  /// What somebody should look at: stages that differ, and the doctor's findings.
  private static func alarms(_ view: ConsoleView, _ glyphs: Glyphs) -> [StyledText] {
    var parts = drift(view).map { [$0] } ?? []
    let health = view.console.health
    if health.alarmCount > 0 {
      parts.append(
        StyledText(
          DisplayText("doctor \(Character(glyphs.warning))\(health.alarmCount)"),
          Style(health.hasErrors ? .error : .warning, .bold)))
    }
    return parts
  }

  private static func joined(_ parts: [StyledText], _ bar: String) -> StyledText? {
    guard var text = parts.first else { return nil }
    for part in parts.dropFirst() {
      text.append(DisplayText(bar), Style(.border))
      text = text + part
    }
    return text
  }

  /// The drift of all stages together, for narrow terminals.
  private static func shortDrift(_ view: ConsoleView) -> StyledText? {
    let count = view.console.health.undeployedCount
    return count == 0
      ? nil : StyledText(DisplayText("±\(count) undeployed"), Style(.warning, .bold))
  }

  private static func drift(_ view: ConsoleView) -> StyledText? {
    let drift = view.console.health.drift
    guard let worst = drift.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })
    else { return nil }
    let more = drift.count > 1 ? " and \(drift.count - 1) more" : ""
    return StyledText(
      DisplayText(
        "\(Words.stage(worst.key, in: view.state)) ±\(worst.value.count) undeployed\(more)"),
      Style(.warning, .bold))
  }
}
