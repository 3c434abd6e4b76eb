/// A plan while it is made or patched; judged as a whole once all members are in.
struct UsagePlanDraft {
  /// The plan as it becomes; its quota stands in `quota` until the end.
  var plan: UsagePlan
  /// The members of the quota that are known, or nil for no quota.
  var quota: QuotaInput?
  /// What else there is.
  let state: GatewayState
  let limits: AccountLimits

  /// A draft of a plan.
  init(_ plan: UsagePlan, state: GatewayState, limits: AccountLimits) {
    self.plan = plan
    quota = plan.quota.map {
      QuotaInput(limit: $0.limit, offset: $0.offset, period: $0.period.rawValue)
    }
    self.state = state
    self.limits = limits
  }

  /// The plan, judged as a whole.
  func finished() throws(CommandError) -> UsagePlan {
    var plan = plan
    plan.quota = nil
    if let quota { plan.quota = try UsagePlanRules.quota(quota) }
    if plan.throttle == ThrottleSettings() { plan.throttle = nil }
    return plan
  }

  /// Opens a stage.
  mutating func open(_ stage: ApiStageID) throws(CommandError) {
    guard state.stage(stage) != nil else {
      throw CommandError(
        .notFound, "API Stage not found: \(stage)", field: "apiStages",
        remedy: "Create and deploy the API to that stage first, then open it to the plan.")
    }
    guard plan.apiStage(stage) == nil else {
      throw CommandError(
        .conflict, "API Stage \(stage) is already in Usage Plan \(plan.id)", field: "apiStages",
        remedy: "Name each stage once.")
    }
    try state.requireNoSharedKey(plan, opening: stage)
    plan.apiStages.append(ApiStage(apiId: stage.apiId, stage: stage.stage))
  }

  /// Closes a stage.
  mutating func close(_ stage: ApiStageID) throws(CommandError) {
    plan.apiStages.remove(at: try index(of: stage))
  }

  /// Replaces the limits of all methods in a stage.
  mutating func setThrottles(
    _ throttles: [String: ThrottleSettings], of stage: ApiStageID
  ) throws(CommandError) {
    let index = try index(of: stage)
    var normal: [String: ThrottleSettings] = [:]
    for (text, throttle) in throttles.sorted(by: { $0.key < $1.key }) {
      let key = try ApiStage.throttleKey(text, field: "apiStages")
      try UsagePlanRules.check(throttle, field: "apiStages.throttle")
      if throttle != ThrottleSettings() { normal[key] = throttle }
    }
    try requireRoom(normal.count)
    plan.apiStages[index].throttle = normal
  }

  /// Changes the limits of one method in a stage.
  mutating func changeThrottle(
    _ key: String, of stage: ApiStageID, _ change: (inout ThrottleSettings) -> Void
  ) throws(CommandError) {
    let index = try index(of: stage)
    change(&plan.apiStages[index].throttle[key, default: ThrottleSettings()])
    try requireRoom(plan.apiStages[index].throttle.count)
  }

  /// Takes the limits of one method in a stage away.
  mutating func removeThrottle(_ key: String, of stage: ApiStageID) throws(CommandError) {
    let index = try index(of: stage)
    guard plan.apiStages[index].throttle.removeValue(forKey: key) != nil else {
      throw CommandError(
        .notFound, "Invalid method throttle specified: \(key)", field: "apiStages",
        remedy: "The plan has no limit for that method in \(stage).")
    }
  }

  private func index(of stage: ApiStageID) throws(CommandError) -> Int {
    guard let index = plan.apiStages.firstIndex(where: { $0.id == stage }) else {
      throw CommandError(
        .notFound,
        "Invalid API Stage {api: \(stage.apiId), stage: \(stage.stage)} specified for "
          + "usageplan \(plan.id)",
        field: "apiStages", remedy: "The plan does not open \(stage); it opens: \(openStages).")
    }
    return index
  }

  private var openStages: String {
    plan.apiStages.isEmpty
      ? "no stage" : plan.apiStages.map(\.id.description).joined(separator: ", ")
  }

  private func requireRoom(_ count: Int) throws(CommandError) {
    guard count <= limits.methodThrottlesPerStage else {
      throw CommandError(
        .limitExceeded,
        "A stage of a Usage Plan can have at most \(limits.methodThrottlesPerStage) method throttles",
        field: "apiStages", remedy: "Use the plan's own throttle for the other methods.")
    }
  }
}
