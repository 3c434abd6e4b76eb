import GatewayModel
import Terminal

/// The first line: where we are, whether it can be changed, how fresh it is, what is wrong, when.
enum HeaderLine {
  static func draw(into frame: inout Frame, in rect: Rect, _ view: ConsoleView) {
    let status = view.world.status
    let glyphs = frame.glyphs
    let bar = " \(Character(glyphs.separator)) "
    var left = StyledText(" keystile", Style(.accent, .bold))
    left.append(DisplayText(bar), Style(.border))
    left.append(DisplayText(status.name), .bold)
    left.append(DisplayText(bar), Style(.border))
    left.append(
      status.isReadOnly ? "READ ONLY" : "RW", Style(status.isReadOnly ? .warning : .standard))
    if status.hasDemoTraffic {
      left.append(DisplayText(bar), Style(.border))
      left.append("demo traffic", Style(.info))
    }
    left.append(DisplayText(bar), Style(.border))
    left = left + freshness(status, glyphs)
    let right = alarms(view, bar: bar, room: rect.width - left.width - 3)
    frame.draw(line: left, in: rect)
    if left.width + right.width < rect.width {
      frame.draw(line: right, in: rect.inset(horizontal: 1, vertical: 0), align: .trailing)
    }
  }

  private static func freshness(_ status: WorkspaceStatus, _ glyphs: Glyphs) -> StyledText {
    let seconds = status.followerAgeMilliseconds / 1_000
    if seconds >= 5 {
      return StyledText(
        DisplayText("\(Character(glyphs.warning)) \(Words.age(seconds)) old"), Style(.warning))
    }
    var text = StyledText(DisplayText("\(Character(glyphs.on)) live"), Style(.ok))
    if let address = status.gateways.first {
      let gateway = address.split(separator: "/").last.map(String.init) ?? address
      let more = status.gateways.count > 1 ? " +\(status.gateways.count - 1)" : ""
      text.append(DisplayText(" \(gateway)\(more)"), .muted)
    } else {
      text.append(" no gateway", Style(.warning))
    }
    return text
  }

  /// Alarms and clock; what fits least is left out first, the drift of stages last.
  private static func alarms(_ view: ConsoleView, bar: String, room: Int) -> StyledText {
    var parts: [StyledText] = []
    if let drift = drift(view) { parts.append(drift) }
    parts.append(
      StyledText(DisplayText("head #\(Words.grouped(Int(view.world.status.journalHead)))")))
    parts.append(StyledText(DisplayText("\(view.now.timeOfDay) UTC"), .muted))
    while let text = joined(parts, bar), text.width > room { parts.removeLast() }
    return joined(parts, bar) ?? .empty
  }

  private static func joined(_ parts: [StyledText], _ bar: String) -> StyledText? {
    guard var text = parts.first else { return nil }
    for part in parts.dropFirst() {
      text.append(DisplayText(bar), Style(.border))
      text = text + part
    }
    return text
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
