import GatewayModel
import Terminal

/// All about a key: its value on request, its plans and quotas, how hard it is used, what it opens,
/// what was refused and why, who changed it.
enum KeyDetail {
  /// Routes of the stages a key opens that are listed.
  static let routeLimitLines = 40
  /// Columns to which shorter paths are brought, so that what is said about them stands in line.
  private static let limitPathColumns = 24
  /// Refusals that are listed: the newest few, so that what the key opens stays in sight; the tracer
  /// goes through all of them.
  static let refusalLimitLines = 5

  static func lines(_ id: ApiKeyID, _ view: ConsoleView) -> [DetailLine] {
    guard let key = view.state.keys[id] else { return [.text("this key has gone")] }
    return head(key, view) + usage(key, view) + plans(key, view)
      + DetailPane.requests(
        "refused, newest first",
        view.world.requests(.refused(id), limit: refusalLimitLines))
      + reach(key, view) + DetailPane.history(of: .apiKey(id), view)
  }

  private static func head(_ key: ApiKey, _ view: ConsoleView) -> [DetailLine] {
    let condition = KeyCondition(key, view.context)
    let isRevealed = view.console.revealed?.id == key.id
    var value = DetailLine.words("value", isRevealed ? "" : key.maskedValue)
    value.append(isRevealed ? "x hides  Y copies" : "  x shows  Y copies", .muted)
    var lines: [DetailLine] = [
      .field("state", condition.rawValue, condition.style), .text(value),
    ]
    if isRevealed { lines += revealed(key.value, view) }
    lines.append(.field("id", key.id))
    if let text = key.description { lines.append(.field("about", text)) }
    if let customer = key.customerId { lines.append(.field("customer", customer)) }
    if !key.tags.isEmpty {
      let tags = key.tags.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      lines.append(.field("tags", tags.joined(separator: " ")))
    }
    lines.append(.field("created", Words.moment(key.createdDate)))
    return lines
  }

  /// The whole value, on as many lines as it takes: a cut secret is of no use.
  private static func revealed(_ value: String, _ view: ConsoleView) -> [DetailLine] {
    let width = MainLayout(view.console).detail.map { $0.width - 4 } ?? 0
    return DisplayText(value).wrapped(to: max(8, width)).map {
      .text(StyledText($0, Style(.warning)))
    }
  }

  private static func usage(_ key: ApiKey, _ view: ConsoleView) -> [DetailLine] {
    let today = view.world.usage(of: key.id, view.state)
    let rates = view.console.samples.rates(of: key.id)
    let rate = rates.last.map { "\(Words.rate($0)) r/s" } ?? "… r/s"
    let others = today.overQuota + today.refused
    var refused = DetailLine.words(
      "refused", "\(Words.grouped(today.throttled)) throttled",
      today.throttled > 0 ? Style(.warning) : .muted)
    refused.append(
      DisplayText("  \(Words.grouped(others)) otherwise"), others > 0 ? Style(.error) : .muted)
    return DetailLine.section("now") + [
      DetailLine(
        .spark(
          label: StyledText(DisplayText("requests"), Style(.heading)), values: rates,
          maximum: PaneDefinition.sparkMaximum(of: key.id, rates, view.state),
          note: StyledText(DisplayText(rate), .bold))),
      .field("served", "\(Words.grouped(today.served)) today"), .text(refused),
    ]
  }

  private static func plans(_ key: ApiKey, _ view: ConsoleView) -> [DetailLine] {
    let ids = view.state.planIdsByKey[key.id] ?? []
    guard !ids.isEmpty else {
      return DetailLine.section("plans") + [
        .text(StyledText("in no plan: opens nothing that requires a key", Style(.warning)))
      ]
    }
    return ids.flatMap { id -> [DetailLine] in
      guard let plan = view.state.plans[id] else { return [] }
      let target = DetailLine.Target.entity(.usagePlan(id))
      var lines = DetailLine.section("plan \(plan.name)")
      lines.append(.field("throttle", Words.throttle(plan.throttle), target: target))
      lines += quota(PlanKeyID(usagePlanId: id, keyId: key.id), view)
      return lines
    }
  }

  /// The bar with its numbers, when it resets, and when it will be used up.
  static func quota(_ id: PlanKeyID, _ view: ConsoleView) -> [DetailLine] {
    let used = view.world.usage(of: id).quotaUsed
    guard let quota = KeyQuota(id, view.state, used: used, now: view.now) else {
      return [.field("quota", "no limit")]
    }
    let color: Color =
      quota.fraction >= 1 ? .error : quota.fraction >= 0.9 ? .warning : .graph
    var lines: [DetailLine] = [
      DetailLine(
        .bar(
          label: StyledText(DisplayText("quota"), Style(.heading)), fraction: quota.fraction,
          style: Style(color), note: StyledText(Words.percent(quota.fraction)))),
      .field("used", "\(Words.grouped(used)) of \(Words.grouped(quota.allowed))"),
      .field(
        "left",
        "\(Words.grouped(quota.standing.remaining)), whole again \(quota.standing.periodEnd)"),
    ]
    if quota.standing.isExhausted {
      lines.append(.field("", "used up: refused until then", Style(.error)))
    } else if let end = quota.forecast(now: view.now) {
      lines.append(.field("empty", "\(Words.moment(end)) at this pace", Style(.warning)))
    }
    return lines
  }

  /// What the key opens: each stage of its plans with the methods it serves.
  private static func reach(_ key: ApiKey, _ view: ConsoleView) -> [DetailLine] {
    var lines: [DetailLine] = []
    for id in view.state.planIdsByKey[key.id] ?? [] {
      guard let plan = view.state.plans[id] else { continue }
      for stage in plan.apiStages {
        lines.append(stageLine(stage, plan, view))
        lines += routes(stage, plan, key, view)
      }
    }
    guard !lines.isEmpty else { return [] }
    if lines.count > routeLimitLines {
      let more = lines.count - routeLimitLines
      lines = lines.prefix(routeLimitLines) + [.text(StyledText("… \(more) more", .muted))]
    }
    return DetailLine.section("what it opens") + lines
  }

  private static func stageLine(
    _ stage: ApiStage, _ plan: UsagePlan, _ view: ConsoleView
  ) -> DetailLine {
    var text = StyledText(DisplayText(Words.stage(stage.id, in: view.state)), .bold)
    text.append(DisplayText("  by plan \(plan.name)"), .muted)
    return .text(text, target: .entity(.stage(stage.id)))
  }

  private static func routes(
    _ stage: ApiStage, _ plan: UsagePlan, _ key: ApiKey, _ view: ConsoleView
  ) -> [DetailLine] {
    let served = view.state.servedSnapshot(stage.id)?.routes ?? []
    let paths = served.map { DisplayText($0.path).width }
    let pathWidth = min(paths.max() ?? 0, limitPathColumns)
    return served.flatMap { route in
      route.methods.map { method in
        let own =
          stage.throttle[ApiStage.throttleKey(path: route.path, httpMethod: method.httpMethod)]
        var text = StyledText(
          DisplayText("  \(method.httpMethod) ").fitted(to: 10), Style(.key))
        let path = DisplayText(route.path)
        text.append(path.width < pathWidth ? path.fitted(to: pathWidth) : path)
        if !method.apiKeyRequired {
          text.append("  open to all", .muted)
        } else if !key.enabled {
          text.append("  key off", Style(.error))
        } else if let own {
          text.append(DisplayText("  \(Words.throttle(own))"), .muted)
        }
        return .text(
          text,
          target: .entity(
            .method(stage.apiId, route.resourceId, httpMethod: method.httpMethod)))
      }
    }
  }
}
