import GatewayModel
import Terminal

/// All about a plan: its limits, the stages it opens, its keys with what is left to each.
enum PlanDetail {
  static func lines(_ id: UsagePlanID, _ view: ConsoleView) -> [DetailLine] {
    guard let plan = view.state.plans[id] else { return [.text("this plan has gone")] }
    var lines: [DetailLine] = [
      .field("throttle", Words.throttle(plan.throttle)), .field("quota", Words.quota(plan.quota)),
      .field("id", plan.id),
    ]
    if let quota = plan.quota {
      let resets = quota.period.end(of: view.now.day, offset: quota.offset)
      lines.append(.field("resets", "\(resets) 00:00 UTC"))
    }
    if let text = plan.description { lines.append(.field("about", text)) }
    return lines + stages(plan, view) + keys(plan, view)
      + DetailPane.history(of: .usagePlan(id), view)
  }

  private static func stages(_ plan: UsagePlan, _ view: ConsoleView) -> [DetailLine] {
    guard !plan.apiStages.isEmpty else {
      return DetailLine.section("stages") + [
        .text(StyledText("opens no stage: its keys open nothing", Style(.warning)))
      ]
    }
    return DetailLine.section("stages")
      + plan.apiStages.flatMap { stage -> [DetailLine] in
        let exists = view.state.stage(stage.id) != nil
        let name = Words.stage(stage.id, in: view.state)
        let head = DetailLine.text(
          StyledText(
            DisplayText(exists ? name : "\(name) does not exist"),
            exists ? .bold : Style(.error)),
          target: .entity(.stage(stage.id)))
        return [head]
          + stage.throttle.sorted { $0.key < $1.key }.map { route, limit in
            .text(StyledText(DisplayText("  \(route)  \(Words.throttle(limit))"), .muted))
          }
      }
  }

  private static func keys(_ plan: UsagePlan, _ view: ConsoleView) -> [DetailLine] {
    let members = view.state.planKeys[plan.id] ?? [:]
    guard !members.isEmpty else {
      return DetailLine.section("keys") + [
        .text(StyledText("no key is in this plan", Style(.warning)))
      ]
    }
    // A plan may have a million keys; what is shown is some of them, not the first of all sorted.
    let some = members.keys.prefix(DetailPane.listLimitLines).sorted {
      (view.state.keys[$0]?.displayName ?? $0, $0) < (view.state.keys[$1]?.displayName ?? $1, $1)
    }
    let title =
      members.count > some.count
      ? "\(Words.grouped(members.count)) keys, some of them" : Words.count(members.count, "key")
    return DetailLine.section(title)
      + some.map { key in
        let id = PlanKeyID(usagePlanId: plan.id, keyId: key)
        let used = view.world.usage(of: id).quotaUsed
        let name = StyledText(
          DisplayText(view.state.keys[key]?.displayName ?? key).fitted(to: 18))
        guard let quota = KeyQuota(id, view.state, used: used, now: view.now) else {
          return .text(name, target: .entity(.apiKey(key)))
        }
        return DetailLine(
          .bar(
            label: name, fraction: quota.fraction,
            style: Style(quota.fraction >= 0.9 ? .warning : .graph),
            note: StyledText(DisplayText("\(Words.grouped(quota.standing.remaining)) left"))),
          target: .entity(.apiKey(key)))
      }
  }
}
