import Doctor
public import GatewayModel
public import Terminal

/// What the doctor finds: the findings, and for each the reason and the commands that mend it.
public struct DoctorScreen: ScreenModel {
  private var report: DoctorReport?
  private var needle = Needle("")
  private var findings: [Finding] = []
  private(set) var list = ListState()

  /// Not examined yet.
  init() {}

  /// How many findings of each kind.
  public var place: String {
    guard let report else { return "not examined: e examines now" }
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = report.count(of: severity)
      // There is no plural of info.
      let plural = severity == .info ? severity.rawValue : "\(severity.rawValue)s"
      return count == 0 ? nil : Words.count(count, severity.rawValue, plural)
    }
    return counts.isEmpty ? "nothing is wrong" : counts.joined(separator: ", ")
  }

  /// The entity of the finding.
  public var subject: EntityRef? { finding?.subject }

  /// The finding the cursor is on.
  var finding: Finding? {
    findings.indices.contains(list.cursor) ? findings[list.cursor] : nil
  }

  /// Takes over the newest report; the cursor stays on its finding.
  public mutating func refresh(console: ConsoleScreenInput, world: any ConsoleWorld) {
    report = console.health.report
    list(keeping: finding)
  }

  private mutating func list(keeping shown: Finding?) {
    findings = (report?.findings ?? []).filter {
      needle.occurs(in: $0.problem) || needle.occurs(in: $0.checkID)
    }
    let place = shown.flatMap { findings.firstIndex(of: $0) } ?? list.cursor
    list.move(.to(place), rowCount: findings.count, height: 1)
  }

  /// Narrows to findings with some words.
  public mutating func filter(_ text: String, world: any ConsoleWorld) {
    needle = Needle(text)
    list(keeping: nil)
  }

  /// Moves the cursor.
  public mutating func move(_ motion: Motion, height: Int, world: any ConsoleWorld) {
    list.move(motion, rowCount: findings.count, height: max(1, height / 2))
  }

  /// Chooses the clicked finding.
  public mutating func mouse(
    _ event: MouseEvent, in area: Rect, world: any ConsoleWorld
  ) -> OverlayReply {
    let rect = Self.parts(of: area)[0].inset()
    let rows = List(count: findings.count, state: list) { _ in .empty }
    guard event.action.isClick, let row = rows.index(at: event.point, in: rect) else {
      return .ignored
    }
    list.move(.to(row), rowCount: findings.count, height: rect.height)
    return .stay
  }

  /// The list and the finding below it; on a terminal too low for both, the finding alone.
  private static func parts(of area: Rect) -> [Rect] {
    let isLow = area.height < 8
    return area.splitRows([.share(), .fixed(isLow ? area.height : max(5, area.height / 2))])
  }

  /// Draws the findings above the one the cursor is on.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    // Without findings there is nothing to explain below them.
    let parts = findings.isEmpty ? [area, .empty] : Self.parts(of: area)
    let count = Words.position(list.cursor, of: findings.count)
    let inner = frame.drawBox(
      parts[0], Style(.accent), title: StyledText("Findings", Style(.accent, .bold)),
      rightTitle: StyledText(DisplayText(count), .muted))
    let glyphs = frame.glyphs
    let empty: StyledText =
      report == nil
      ? "not examined yet; e examines now" : StyledText("nothing is wrong", Style(.ok))
    let rows = List(count: findings.count, state: list, emptyText: empty) {
      Self.line(findings[$0], glyphs)
    }
    let point = rows.draw(into: &frame, in: inner)
    let isAlone = parts[0].height == 0
    let detail = frame.drawBox(
      parts[1], Style(isAlone ? .accent : .border),
      title: StyledText(DisplayText(finding?.checkID ?? ""), .bold),
      rightTitle: StyledText(DisplayText(isAlone ? count : ""), .muted))
    let text = detail.inset(horizontal: 1, vertical: 0)
    drawDetail(into: &frame, in: text)
    return point.map { Cursor($0, isVisible: false) }
  }

  private static func line(_ finding: Finding, _ glyphs: Glyphs) -> StyledText {
    let (mark, style): (Unicode.Scalar, Style) =
      switch finding.severity {
      case .error: (glyphs.failed, Style(.error, .bold))
      case .warning: (glyphs.warning, Style(.warning))
      case .info: (glyphs.off, Style(.info))
      }
    let head = DisplayText("\(Character(mark)) \(finding.severity.rawValue)").fitted(to: 11)
    return StyledText(head, style) + StyledText(DisplayText(finding.problem))
  }

  private func drawDetail(into frame: inout Frame, in rect: Rect) {
    guard let finding else { return }
    var lines = StyledText(DisplayText(finding.problem), .bold).wrapped(to: max(1, rect.width))
    lines += StyledText(DisplayText(finding.reason)).wrapped(to: max(1, rect.width))
    if !finding.mends.isEmpty {
      lines.append(StyledText("what mends it; y copies", Style(.heading, .bold)))
      lines += finding.mends.map { StyledText(DisplayText("  \($0)"), Style(.info)) }
    }
    frame.draw(lines: lines, in: rect)
  }
}
