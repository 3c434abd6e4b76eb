import HTTPServer
import GatewayModel
import Workspace

extension OperationTable {
  /// Usage plans, their keys and what the keys used.
  static let usagePlans: [OperationSpec] = [
    OperationSpec(
      "CreateUsagePlan", .post, "/usageplans",
      body: .members([
        .text("name", isRequired: true), .text("description"),
        InputMember(
          "apiStages",
          .list(
            .structure([
              .text("apiId"), .text("stage"),
              InputMember("throttle", .map(.structure(throttleMembers))),
            ]))),
        .structure("throttle", throttleMembers),
        .structure("quota", [.integer("limit"), .integer("offset"), .text("period")]),
        .textMap("tags"),
      ]), status: 201,
      .write(Command.createUsagePlan) { (outcome) throws(CommandError) in
        try outcome.usagePlan().wire(.created)
      }),
    OperationSpec(
      "GetUsagePlan", .get, "/usageplans/{usagePlanId}",
      .json { (request, store) throws(CommandError) in
        try store.state.requirePlan(request["usagePlanId"]).wire(.single)
      }),
    OperationSpec(
      "GetUsagePlans", .get, "/usageplans", query: InputMember.paging + [.text("keyId")],
      .json { (request, store) throws(CommandError) in
        let keyId = request.text("keyId").flatMap { $0.isEmpty ? nil : $0 }
        return try PageRequest(request, list: "usageplans/\(keyId ?? "")").answer(
          store.state.listedUsagePlans(of: keyId),
          key: { [$0.createdDate.sortText, $0.id] }, print: { $0.wire(.listed) })
      }),
    OperationSpec(
      "UpdateUsagePlan", .patch, "/usageplans/{usagePlanId}", body: .members([.patchOperations]),
      .write(Command.updateUsagePlan) { (outcome) throws(CommandError) in
        try outcome.usagePlan().wire(.single)
      }),
    OperationSpec(
      "DeleteUsagePlan", .delete, "/usageplans/{usagePlanId}", status: 202,
      .write(Command.deleteUsagePlan)),
    OperationSpec(
      "CreateUsagePlanKey", .post, "/usageplans/{usagePlanId}/keys",
      body: .members([.text("keyId", isRequired: true), .text("keyType", isRequired: true)]),
      status: 201,
      .write(Command.createUsagePlanKey) { (outcome) throws(CommandError) in
        try outcome.store.state.planKey(
          named: outcome.request["keyId"], in: outcome.request["usagePlanId"])
      }),
    OperationSpec(
      "GetUsagePlanKey", .get, "/usageplans/{usagePlanId}/keys/{keyId}",
      .json { (request, store) throws(CommandError) in
        try store.state.planKey(named: request["keyId"], in: request["usagePlanId"])
      }),
    OperationSpec(
      "GetUsagePlanKeys", .get, "/usageplans/{usagePlanId}/keys",
      query: InputMember.paging + [.text("nameQuery", wireName: "name")],
      .json { (request, store) throws(CommandError) in try store.planKeyPage(request) }),
    OperationSpec(
      "DeleteUsagePlanKey", .delete, "/usageplans/{usagePlanId}/keys/{keyId}", status: 202,
      .write(Command.deleteUsagePlanKey)),
    OperationSpec(
      "GetUsage", .get, "/usageplans/{usagePlanId}/usage",
      query: [
        .text("keyId"), .text("startDate", isRequired: true), .text("endDate", isRequired: true),
      ] + InputMember.paging,
      .json { (request, store) throws(CommandError) in try store.usagePage(request) }),
    OperationSpec(
      "UpdateUsage", .patch, "/usageplans/{usagePlanId}/keys/{keyId}/usage",
      body: .members([.patchOperations]),
      .write(Command.updateUsage) { (outcome) throws(CommandError) in
        try outcome.store.usageToday(
          of: outcome.request["keyId"], in: outcome.request["usagePlanId"])
      }),
  ]

  private static let throttleMembers: [InputMember] = [
    .integer("burstLimit"), .number("rateLimit"),
  ]
}

extension WriteOutcome {
  fileprivate func usagePlan() throws(CommandError) -> UsagePlan {
    try subject { if case .usagePlan(let plan) = $0 { plan } else { nil } }
  }
}

extension GatewayState {
  /// A key of a plan, printed with its value.
  fileprivate func planKey(
    named keyId: ApiKeyID, in planId: UsagePlanID
  ) throws(CommandError) -> JSONValue {
    let member = try requireMembership(PlanKeyID(usagePlanId: planId, keyId: keyId))
    return member.wire(key: try requireKey(keyId))
  }
}

extension ControlPlaneStore {
  /// A page of a plan's keys; a plan that is not there has none, as recorded.
  fileprivate func planKeyPage(_ request: OperationRequest) throws(CommandError) -> JSONValue {
    let plan = request["usagePlanId"]
    let members = state.planKeys[plan] ?? [:]
    let keys = state.keys
    let prefix = request.text("nameQuery") ?? ""
    let page = try PageRequest(request, list: "usageplans/\(plan)/keys")
    guard state.plans[plan] != nil else { return WireList.page([]) }
    return try page.answer(orders.members(of: plan, state)) { id in
      guard let member = members[id], let key = keys[id],
        prefix.isEmpty || key.name?.hasPrefix(prefix) == true
      else { return nil }
      return member.wire(key: key)
    }
  }

  /// A page of what a plan's keys used, by key id.
  fileprivate func usagePage(_ request: OperationRequest) throws(CommandError) -> JSONValue {
    let plan = try state.requirePlan(request["usagePlanId"])
    let first = try Self.day(request["startDate"], field: "startDate")
    let last = try Self.day(request["endDate"], field: "endDate")
    guard first <= last else {
      throw CommandError(
        .badRequest, "Invalid date range: startDate is after endDate", field: "startDate")
    }
    guard now.day.number - first.number <= ControlPlaneLimits.usageDays else {
      throw CommandError(
        .badRequest,
        "Invalid date range: startDate is more than \(ControlPlaneLimits.usageDays) days ago",
        field: "startDate", remedy: "Ask for later days, or use: keystile usage")
    }
    let keyId = request.text("keyId").flatMap { $0.isEmpty ? nil : $0 }
    let page = try PageRequest(request, list: "usage/\(plan.id)")
    return page.answer(try report(of: plan, keyId: keyId, on: page, from: first, through: last))
  }

  /// What a key used today, which is what an update of its usage shows.
  fileprivate func usageToday(
    of keyId: ApiKeyID, in planId: UsagePlanID
  ) throws(CommandError) -> JSONValue {
    let plan = try state.requirePlan(planId)
    var report = try report(of: plan, keyId: keyId, from: now.day, through: now.day)
    if report.days[keyId] == nil {
      let standing = state.quotaStanding(
        of: PlanKeyID(usagePlanId: planId, keyId: keyId), used: 0, at: now)
      report.days[keyId] = [UsageReport.Day(used: 0, remaining: standing?.remaining ?? 0)]
    }
    return report.wire
  }

  private func report(
    of plan: UsagePlan, keyId: ApiKeyID?, on page: PageRequest? = nil, from first: CalendarDay,
    through last: CalendarDay
  ) throws(CommandError) -> UsageReport {
    do throws(UsageError) {
      let days = try usage.usage(
        of: plan, keyId: keyId, after: page?.after?.first,
        // One more than is shown tells whether there is another page.
        limit: page.map { $0.limit + 1 } ?? .max, from: first, through: last, today: now.day,
        adjustments: state.usageAdjustments)
      return UsageReport(
        usagePlanId: plan.id, startDate: first, endDate: last,
        days: days.mapValues {
          $0.map { UsageReport.Day(used: $0.used, remaining: $0.remaining) }
        })
    } catch {
      throw CommandError(.badRequest, "The usage cannot be read: \(error)")
    }
  }

  private static func day(_ text: String, field: String) throws(CommandError) -> CalendarDay {
    guard let day = CalendarDay(text) else {
      throw CommandError(
        .badRequest, "Invalid \(field): dates are written as YYYY-MM-DD", field: field)
    }
    return day
  }
}
