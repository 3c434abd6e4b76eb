import GatewayModel
public import Terminal

extension UsageScreen {
  /// Draws the keys above the totals.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    let parts = parts(of: area)
    let count = Words.position(list.cursor, of: rows.count)
    let inner = frame.drawBox(
      parts[0], Style(.accent), title: StyledText("Busiest keys", Style(.accent, .bold)),
      rightTitle: StyledText(DisplayText(count), .muted))
    let point = table(now: view.now).draw(into: &frame, in: inner)
    drawTotals(into: &frame, in: parts[1])
    return point.map { Cursor($0, isVisible: false) }
  }

  /// The table and the totals below it; on a terminal too low for both, the table alone.
  func parts(of area: Rect) -> [Rect] {
    guard area.height >= 8 else { return area.splitRows([.share(), .fixed(0)]) }
    let rows = min(max(3, reasons.count + 4), max(3, area.height / 3))
    return area.splitRows([.share(), .fixed(rows)])
  }

  /// The table as it is drawn, which also tells what lies under the mouse.
  func table(now: Timestamp) -> Table {
    let shown = rows
    let source = TableRows(count: shown.count) { Self.cell(shown[$0], $1, now) }
    return Table(
      columns: Self.columns, rows: source, state: list,
      emptyText: ["no key is in a plan; p in the list of keys puts one in"])
  }

  private static let columns = [
    TableColumn(id: "key", title: "KEY", minimum: 12, ideal: 20, priority: 0, isFlexible: true),
    TableColumn(id: "plan", title: "PLAN", minimum: 5, ideal: 10, priority: 4),
    TableColumn(id: "r/s", title: "R/S", minimum: 5, ideal: 7, priority: 1, alignment: .trailing),
    number("served", "SERVED", 2), number("throttled", "THROTTLED", 2),
    number("quota", "OVER QUOTA", 5), number("refused", "REFUSED", 3),
    TableColumn(id: "used", title: "QUOTA USED", minimum: 11, ideal: 16, priority: 1),
    TableColumn(id: "empty", title: "EMPTY ON", minimum: 10, ideal: 11, priority: 6),
  ]

  private static func number(_ id: String, _ title: String, _ priority: Int) -> TableColumn {
    TableColumn(
      id: id, title: DisplayText(title), minimum: title.count, ideal: 10, priority: priority,
      alignment: .trailing)
  }

  private static func cell(_ row: Row, _ column: TableColumn.ID, _ now: Timestamp) -> TableCell {
    switch column {
    case "key": return .text(DisplayText(row.name))
    case "plan": return .text(DisplayText(row.plan), .muted)
    case "r/s": return .text(DisplayText(row.rate.map(Words.rate) ?? ""))
    case "served": return count(row.reading.served, Style(.ok))
    case "throttled": return count(row.reading.throttled, Style(.warning))
    case "quota": return count(row.reading.overQuota, Style(.error))
    case "refused": return count(row.reading.refused, Style(.error))
    case "used": return bar(row.quota)
    default: return forecast(row.quota, now)
    }
  }

  private static func count(_ number: Int, _ style: Style) -> TableCell {
    .text(DisplayText(Words.grouped(number)), number == 0 ? .muted : style)
  }

  private static func bar(_ quota: KeyQuota?) -> TableCell {
    guard let quota else { return .text("no limit", .muted) }
    let color: Color =
      quota.fraction >= 1 ? .error : quota.fraction >= 0.9 ? .warning : .graph
    return .bar(
      fraction: quota.fraction, label: StyledText(Words.percent(quota.fraction)),
      style: Style(color))
  }

  private static func forecast(_ quota: KeyQuota?, _ now: Timestamp) -> TableCell {
    guard let quota else { return .text("") }
    if quota.standing.isExhausted { return .text("now", Style(.error, .bold)) }
    guard let end = quota.forecast(now: now) else { return .text("lasts", .muted) }
    return .text(DisplayText("\(end.day)"), Style(.warning))
  }

  private func drawTotals(into frame: inout Frame, in rect: Rect) {
    let inner = frame.drawBox(rect, Style(.border), title: StyledText("Totals", .bold))
      .inset(horizontal: 1, vertical: 0)
    var line = StyledText(DisplayText("today  "), Style(.heading))
    line.append(DisplayText("\(Words.grouped(total.served)) served"), Style(.ok))
    line.append(DisplayText("  \(Words.grouped(total.throttled)) throttled"), Style(.warning))
    line.append(DisplayText("  \(Words.grouped(total.overQuota)) over quota"), Style(.error))
    line.append(DisplayText("  \(Words.grouped(total.refused)) refused"), Style(.error))
    var lines = [line]
    if !reasons.isEmpty {
      lines.append(
        StyledText(
          DisplayText("refusals among the newest \(Words.grouped(Self.limitRequests)) requests"),
          Style(.heading)))
    }
    lines += reasons.map {
      StyledText(
        DisplayText(Words.grouped($0.count)).fitted(to: 9, .trailing), Style(.error))
        + StyledText(DisplayText("  \($0.name)"))
    }
    frame.draw(lines: lines, in: inner)
  }
}
