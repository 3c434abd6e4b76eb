import GatewayModel
import Terminal

/// All about a stage: what it serves, what waits for a deployment, which plans open it.
enum StageDetail {
  static func lines(_ id: ApiStageID, _ view: ConsoleView) -> [DetailLine] {
    guard let stage = view.state.stage(id), let api = view.state.apis[id.apiId] else {
      return [.text("this stage has gone")]
    }
    var lines: [DetailLine] = []
    if let deployment = api.deployments[stage.deploymentId] {
      lines.append(
        .field("serves", "\(deployment.id)  \(Words.moment(deployment.createdDate))"))
      if let text = deployment.description { lines.append(.field("", text, .muted)) }
    } else {
      lines.append(.field("serves", "nothing", Style(.error)))
    }
    if let canary = stage.canarySettings {
      lines.append(
        .field(
          "canary", "\(Words.number(canary.percentTraffic))% to \(canary.deploymentId)",
          Style(.info)))
    }
    lines.append(.field("API", api.api.name, target: .entity(.restApi(id.apiId))))
    for gateway in view.world.status.gateways {
      lines.append(.field("call", "\(gateway)/\(id.apiId)/\(id.stage)/", Style(.accent)))
    }
    if view.world.status.gateways.isEmpty {
      lines.append(.field("call", "no gateway runs here; `keystile serve` starts one", .muted))
    }
    return lines + drift(id, view) + plans(id, view)
      + DetailPane.requests(
        "newest requests", view.world.requests(.stage(id), limit: DetailPane.listLimitLines))
      + DetailPane.history(of: .stage(id), view)
  }

  private static func drift(_ id: ApiStageID, _ view: ConsoleView) -> [DetailLine] {
    guard let drift = view.console.health.drift[id] else {
      return [.field("undeployed", "nothing", .muted)]
    }
    let changes = drift.changes.flatMap { lines(of: $0) }
    let risks = drift.risks.map { risk in
      DetailLine.text(StyledText(DisplayText(risk.summary), Style(.warning)))
    }
    let ignored: [DetailLine] =
      drift.ignored.isEmpty
      ? []
      : [
        .text(
          StyledText(
            DisplayText("\(Words.count(drift.ignored.count, "edit")) that no request notices"),
            .muted))
      ]
    return DetailLine.section("±\(drift.count) undeployed") + changes + risks + ignored
  }

  /// A part that differs, and its members as they are served and as they would be.
  private static func lines(of change: SnapshotChange) -> [DetailLine] {
    let (mark, style): (String, Style) =
      switch change.kind {
      case .added: ("+", Style(.added))
      case .removed: ("-", Style(.removed))
      case .changed: ("±", Style(.warning))
      }
    let head = DetailLine.text(
      StyledText(DisplayText("\(mark) \(change.subject.label)"), style))
    guard change.kind == .changed else { return [head] }
    return [head]
      + change.fields.map { field in
        var text = StyledText(DisplayText("    \(field.field) "), .muted)
        text.append(DisplayText(field.before ?? "—"), Style(.removed))
        text.append(" → ", .muted)
        text.append(DisplayText(field.after ?? "—"), Style(.added))
        return .text(text)
      }
  }

  private static func plans(_ id: ApiStageID, _ view: ConsoleView) -> [DetailLine] {
    let plans = view.state.plans.values.filter { $0.apiStage(id) != nil }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    guard !plans.isEmpty else {
      return DetailLine.section("plans") + [
        .text(StyledText("no plan opens it: methods with a key refuse everybody", Style(.warning)))
      ]
    }
    return DetailLine.section("plans")
      + plans.map { plan in
        let keys = view.state.planKeys[plan.id]?.count ?? 0
        var text = StyledText(DisplayText(plan.name).fitted(to: 14), .bold)
        text.append(
          DisplayText("\(Words.count(keys, "key"))  \(Words.throttle(plan.throttle))"), .muted)
        return .text(text, target: .entity(.usagePlan(plan.id)))
      }
  }
}
