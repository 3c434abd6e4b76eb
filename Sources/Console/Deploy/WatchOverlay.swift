import GatewayModel
public import Terminal

/// What callers meet since a deployment, with the way back.
public struct WatchOverlay: Overlay {
  /// Requests looked at, the newest ones.
  static let limitRequests = 2_000
  private static let columns = 72
  /// Reasons of refusals that are listed.
  private static let reasonRows = 5

  /// The scope of its keys.
  public let scope = KeyScope.deploy
  /// The stage that was deployed to.
  let stage: ApiStageID
  /// What it served before; nil for a new stage.
  let replaced: DeploymentID?
  private let name: String
  private let deployment: String
  private let since: Timestamp
  private var now: Timestamp
  private var arrived = 0
  private var refused: [String: Int] = [:]
  private var before: (arrived: Int, refused: Int) = (0, 0)

  init(
    _ stage: ApiStageID, deployment: DeploymentID, replaced: DeploymentID?,
    world: any ConsoleWorld
  ) {
    self.stage = stage
    self.replaced = replaced
    self.deployment = deployment
    let state = world.state
    name = Words.stage(stage, in: state)
    now = world.now
    since = state.apis[stage.apiId]?.deployments[deployment]?.createdDate ?? now
    refresh(world: world)
  }

  /// Counts anew: the requests since the deployment, and as long before it.
  public mutating func refresh(world: any ConsoleWorld) {
    now = world.now
    let length = max(1, now.microseconds - since.microseconds)
    let start = Timestamp(microseconds: since.microseconds - length)
    arrived = 0
    refused = [:]
    before = (0, 0)
    for request in world.requests(.stage(stage), limit: Self.limitRequests) {
      if request.time > since {
        arrived += 1
        if let refusal = request.refusal { refused[refusal, default: 0] += 1 }
      } else if request.time >= start {
        before.arrived += 1
        if request.refusal != nil { before.refused += 1 }
      }
    }
  }

  /// Draws the counts.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    let lines = lines(frame.glyphs)
    let size = Size(
      width: min(Self.columns, area.width - 4), height: min(lines.count, area.height - 2))
    let inner = OverlayBox.draw(
      size, title: "Watch \(name)",
      note: Words.age((now.microseconds - since.microseconds) / 1_000_000),
      into: &frame, in: area)
    frame.draw(lines: lines, in: inner.inset(horizontal: 1, vertical: 0))
    return nil
  }

  private func lines(_ glyphs: Glyphs) -> [StyledText] {
    let count = refused.values.reduce(0, +)
    let isWorse = share(count, arrived) > share(before.refused, before.arrived)
    let mark = Character(count == 0 ? glyphs.ok : isWorse ? glyphs.warning : glyphs.on)
    let style: Style = count == 0 ? Style(.ok) : isWorse ? Style(.warning, .bold) : .plain
    var lines = [
      StyledText(
        DisplayText(
          "\(deployment) serves since \(since.timeOfDay)"
            + (replaced.map { ", in place of \($0)" } ?? "")), .bold),
      .empty,
      StyledText(DisplayText("\(mark) since then  \(Self.words(arrived, count))"), style),
      StyledText(
        DisplayText("  as long before  \(Self.words(before.arrived, before.refused))"), .muted),
    ]
    let reasons = refused.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    lines += reasons.prefix(Self.reasonRows).map {
      StyledText(DisplayText("    \(Words.grouped($0.value)) \($0.key)"), Style(.error))
    }
    lines.append(.empty)
    lines.append(
      StyledText(
        DisplayText(
          replaced == nil
            ? "Esc leaves; the stage goes on serving."
            : "b goes back to what was served before. Esc leaves."), .muted))
    return lines
  }

  private func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  private static func words(_ arrived: Int, _ refused: Int) -> String {
    let share =
      arrived == 0 ? "" : " (\(Words.percent(Double(refused) / Double(arrived))))"
    return "\(Words.count(arrived, "request")), \(Words.grouped(refused)) refused\(share)"
  }
}
