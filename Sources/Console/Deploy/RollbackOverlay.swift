import GatewayModel
public import Terminal

/// The deployments of a stage's API, to let the stage serve another one.
public struct RollbackOverlay: Overlay {
  private struct Item: Sendable {
    let id: DeploymentID
    let time: Timestamp
    let description: String
    let isServed: Bool
  }

  /// The scope of its keys.
  public let scope = KeyScope.rollback
  private let stage: ApiStageID
  private let name: String
  private var items: [Item]
  private var list = ListState()

  /// - Parameter id: The deployment the cursor begins on; the newest one that is not served
  ///   otherwise.
  init?(_ stage: ApiStageID, at id: DeploymentID? = nil, world: any ConsoleWorld) {
    self.stage = stage
    name = Words.stage(stage, in: world.state)
    items = Self.items(stage, world)
    guard !items.isEmpty else { return nil }
    let place = items.firstIndex { id == nil ? !$0.isServed : $0.id == id } ?? 0
    list = ListState(cursor: place)
  }

  private static func items(_ stage: ApiStageID, _ world: any ConsoleWorld) -> [Item] {
    let state = world.state
    guard let api = state.apis[stage.apiId], let served = api.stages[stage.stage]?.deploymentId
    else { return [] }
    return api.deployments.values.sorted { ($1.createdDate, $1.id) < ($0.createdDate, $0.id) }
      .map { deployment in
        Item(
          id: deployment.id, time: deployment.createdDate,
          description: deployment.description ?? "", isServed: deployment.id == served)
      }
  }

  /// Rows kept for changes, so that the box keeps its size from row to row.
  private static let leastChangeRows = 10

  /// Lists anew after the stage or its API changed.
  public mutating func refresh(world: any ConsoleWorld) {
    let id = items.indices.contains(list.cursor) ? items[list.cursor].id : nil
    items = Self.items(stage, world)
    let place = items.firstIndex { $0.id == id } ?? list.cursor
    list.move(.to(place), rowCount: items.count, height: max(1, items.count))
  }

  /// Moves the cursor.
  public mutating func move(_ motion: Motion, world: any ConsoleWorld) {
    list.move(motion, rowCount: items.count, height: 10)
  }

  /// Why the stage cannot be let serve what the cursor is on; nil when it can.
  var reason: String? {
    guard items.indices.contains(list.cursor) else { return "there is no deployment" }
    let item = items[list.cursor]
    return item.isServed ? "\(name) serves \(item.id) already" : nil
  }

  /// Asks before it rolls back.
  public mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply {
    guard key == KeyEvent(.enter), reason == nil else { return .stay }
    let item = items[list.cursor]
    let (stage, name) = (stage, name)
    let diff = world.state.rollbackChanges(of: stage, to: item.id)
    return .perform { console, _ in
      console.open(
        ConfirmOverlay(
          title: "Let \(name) serve \(item.id)?",
          body: [DiffLines.consequence(of: diff)]
            + (diff?.risks.map(\.summary) ?? []) + ["The API itself stays as it is edited."],
          verb: "Roll back", phrase: stage.stage,
          change: .command(.rollingBack(stage, to: item.id))
        ) { console, world in
          console.closeOverlay()
          return console.submit(
            .rollingBack(stage, to: item.id), editing: [.stage(stage)],
            label: "rolled \(name) back to \(item.id)", world)
        })
      return []
    }
  }

  /// Draws the list above what the chosen deployment would change.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    let changes = changes(view, frame.glyphs)
    let size = Size(
      width: min(100, area.width - 4),
      height: min(items.count + 1 + max(changes.count, Self.leastChangeRows), area.height - 2))
    let inner = OverlayBox.draw(
      size, title: "Roll back \(name)", note: Words.count(items.count, "deployment"),
      into: &frame, in: area)
    let rows = min(items.count, max(2, inner.height / 2))
    let parts = inner.splitRows([.fixed(rows), .fixed(1), .share()])
    let past = ApiPast.oldestLines(of: stage.apiId, view.world)
    let list = List(count: items.count, state: list) { index in
      let maker = past[.deployment(stage.apiId, items[index].id)]?.actor
      return Self.line(items[index], by: maker ?? "")
    }
    let point = list.draw(into: &frame, in: parts[0])
    frame.drawRule(in: parts[1])
    frame.draw(
      lines: changes, in: parts[2].inset(horizontal: 1, vertical: 0))
    return point.map { Cursor($0, isVisible: false) }
  }

  private static func line(_ item: Item, by maker: String) -> StyledText {
    var line = StyledText(DisplayText(item.id).fitted(to: 8), .bold)
    line.append(DisplayText(Words.moment(item.time)).fitted(to: 18))
    line.append(DisplayText(maker).fitted(to: 10), .muted)
    if item.isServed { line.append("served now  ", Style(.ok)) }
    line.append(DisplayText(item.description))
    return line
  }

  private func changes(_ view: ConsoleView, _ glyphs: Glyphs) -> [StyledText] {
    guard items.indices.contains(list.cursor) else { return [] }
    let item = items[list.cursor]
    guard !item.isServed else { return [StyledText("it is served now", .muted)] }
    guard let diff = view.state.rollbackChanges(of: stage, to: item.id) else {
      return [StyledText("it has gone", Style(.error))]
    }
    guard !diff.isEmpty else {
      return [StyledText("answers every request as what is served now", .muted)]
    }
    let head = StyledText(DisplayText("would change \(diff.summary)"), Style(.heading, .bold))
    return [head] + DiffLines.lines(diff, glyphs: glyphs)
  }
}
