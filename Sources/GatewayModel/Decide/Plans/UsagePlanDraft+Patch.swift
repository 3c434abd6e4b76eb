import FoundationEssentials

extension UsagePlanDraft {
  /// What a plan's PATCH takes; the order is that of API Gateway's error text for `remove`.
  ///
  /// The path of a method is escaped by some clients and sent as it is by others; both are taken.
  /// Source: AWS page "Patch operations"; boto/boto3#2629 for the list with its spelling.
  static let table = PatchTable<UsagePlanDraft>(
    input: "updateUsagePlanInput", refusal: .listsPaths,
    rules: memberRules + methodThrottleRules + limitRules)

  private static let memberRules: [PatchRule<UsagePlanDraft>] = [
    PatchRule("/name", .replace) { (draft, step) throws(CommandError) in
      try UsagePlanRules.check(name: step.value ?? "")
      draft.plan.name = step.value ?? ""
    },
    PatchRule("/description", .replace) { (draft, step) throws(CommandError) in
      try UsagePlanRules.check(description: step.value ?? "")
      draft.plan.description = step.text
    },
    PatchRule("/apiStages", .add, .remove) { (draft, step) throws(CommandError) in
      let stage = try stage(step.value ?? "")
      if step.op == .add { try draft.open(stage) } else { try draft.close(stage) }
    },
    PatchRule("/quota", .remove) { draft, _ in draft.quota = nil },
    PatchRule("/throttle", .remove) { draft, _ in draft.plan.throttle = nil },
    PatchRule("/productCode", .add, .replace, .remove) { (draft, step) throws(CommandError) in
      try UsagePlanRules.check(productCode: step.value ?? "")
      draft.plan.productCode = step.op == .remove ? nil : step.text
    },
  ]

  private static let methodThrottleRules: [PatchRule<UsagePlanDraft>] = [
    PatchRule(
      "\(pair)/throttle/<resourcePath>/<httpMethod>", .remove, where: { isVerb($0[2]) }
    ) { (draft, step) throws(CommandError) in
      let (stage, key) = try method(step)
      try draft.removeThrottle(key, of: stage)
    },
    PatchRule("\(pair)/throttle", .add, .replace, .remove) { (draft, step) throws(CommandError) in
      let throttles = step.op == .remove ? [:] : try throttles(step.value ?? "")
      try draft.setThrottles(throttles, of: stage(step.captures[0]))
    },
    PatchRule(
      "\(pair)/throttle/<resourcePath>/<httpMethod>/rateLimit", .add, .replace,
      where: { isVerb($0[2]) }
    ) { (draft, step) throws(CommandError) in
      let rate = try UsagePlanRules.rateLimit(step.value ?? "", field: step.field)
      let (stage, key) = try method(step)
      try draft.changeThrottle(key, of: stage) { $0.rateLimit = rate }
    },
    PatchRule(
      "\(pair)/throttle/<resourcePath>/<httpMethod>/burstLimit", .add, .replace,
      where: { isVerb($0[2]) }
    ) { (draft, step) throws(CommandError) in
      let burst = try UsagePlanRules.burstLimit(step.value ?? "", field: step.field)
      let (stage, key) = try method(step)
      try draft.changeThrottle(key, of: stage) { $0.burstLimit = burst }
    },
  ]

  private static let limitRules: [PatchRule<UsagePlanDraft>] = [
    PatchRule("/throttle/rateLimit", .add, .replace) { (draft, step) throws(CommandError) in
      let rate = try UsagePlanRules.rateLimit(step.value ?? "")
      draft.plan.throttle = draft.plan.throttle ?? ThrottleSettings()
      draft.plan.throttle?.rateLimit = rate
    },
    PatchRule("/throttle/burstLimit", .add, .replace) { (draft, step) throws(CommandError) in
      let burst = try UsagePlanRules.burstLimit(step.value ?? "")
      draft.plan.throttle = draft.plan.throttle ?? ThrottleSettings()
      draft.plan.throttle?.burstLimit = burst
    },
    PatchRule("/quota/limit", .add, .replace) { (draft, step) throws(CommandError) in
      let limit = try UsagePlanRules.quotaLimit(step.value ?? "")
      draft.quota = draft.quota ?? QuotaInput()
      draft.quota?.limit = limit
    },
    PatchRule("/quota/offset", .add, .replace) { (draft, step) throws(CommandError) in
      let offset = try UsagePlanRules.quotaOffset(step.value ?? "")
      draft.quota = draft.quota ?? QuotaInput()
      draft.quota?.offset = offset
    },
    PatchRule("/quota/period", .add, .replace) { (draft, step) throws(CommandError) in
      let period = try UsagePlanRules.period(step.value ?? "")
      draft.quota = draft.quota ?? QuotaInput()
      draft.quota?.period = period.rawValue
    },
  ]

  /// A stage of the plan in a path; API Gateway's error texts spell it so.
  private static let pair = "/apiStages/<apidId:stageName>"

  private static func isVerb(_ text: String) -> Bool { Method.httpMethods.contains(text) }

  /// The stage in `apiId:stage`.
  static func stage(_ text: String) throws(CommandError) -> ApiStageID {
    guard let stage = ApiStageID(text) else {
      throw CommandError(
        .badRequest, "Invalid API Stage specified", field: "apiStages",
        remedy: "Give the stage as apiId:stageName in the value, not in the path.")
    }
    return stage
  }

  private static func method(_ step: PatchStep) throws(CommandError) -> (ApiStageID, String) {
    let key = try ApiStage.throttleKey(
      path: step.captures[1], verb: step.captures[2], field: "apiStages")
    return (try stage(step.captures[0]), key)
  }

  private static func throttles(_ json: String) throws(CommandError) -> [String: ThrottleSettings] {
    do {
      return try JSONDecoder().decode([String: ThrottleSettings].self, from: Data(json.utf8))
    } catch {
      throw CommandError(
        .badRequest, "Invalid method throttles specified", field: "apiStages",
        remedy: #"Use JSON text such as {"/pets/GET":{"rateLimit":10,"burstLimit":20}}."#)
    }
  }
}
