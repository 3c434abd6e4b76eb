extension FieldCatalog {
  /// The fields of a usage plan.
  public static let usagePlan: [FieldSpec] =
    [
      FieldSpec(
        "name", "Name", .text(limitCharacters: UsagePlanRules.nameLimitCharacters),
        isRequired: true, help: "What people call the plan, for example Basic or Pro."
      ) { (text) throws(CommandError) in try UsagePlanRules.check(name: text) },
      FieldSpec(
        "description", "Description",
        .text(limitCharacters: UsagePlanRules.descriptionLimitCharacters),
        help: "Whom the plan is for."
      ) { (text) throws(CommandError) in try UsagePlanRules.check(description: text) },
      FieldSpec(
        "productCode", "Product code",
        .text(limitCharacters: UsagePlanRules.productCodeLimitCharacters),
        help: "An AWS Marketplace product, if there is one."
      ) { (text) throws(CommandError) in try UsagePlanRules.check(productCode: text) },
    ] + limits + [tags()]

  /// The field of a stage that a plan opens.
  public static let apiStage = FieldSpec(
    "apiStages", "Stage", .text(limitCharacters: ApiLimits.apiIdLength + 1 + 128),
    isRequired: true, help: "A stage as apiId:stageName; it must exist."
  ) { (text) throws(CommandError) in _ = try UsagePlanDraft.stage(text) }

  /// The field of a grant: what is left of a key's quota in the current period.
  public static let remaining = FieldSpec(
    "remaining", "Remaining", .integer(UsagePlanRules.remainingRequests), unit: "requests",
    isRequired: true, help: "What the key may still use this period; the next starts at the limit."
  ) { (text) throws(CommandError) in
    _ = try UsagePlanRules.integer(
      text, in: UsagePlanRules.remainingRequests, field: "remaining")
  }

  private static let limits: [FieldSpec] = [
    FieldSpec(
      "throttle.rateLimit", "Rate", .decimal(UsagePlanRules.ratePerSecond),
      unit: "requests a second",
      help: "How fast each key's bucket fills; 0.5 is one in two seconds."
    ) { (text) throws(CommandError) in _ = try UsagePlanRules.rateLimit(text) },
    FieldSpec(
      "throttle.burstLimit", "Burst", .integer(UsagePlanRules.burstTokens), unit: "requests",
      help: "How many requests each key may make at once: the size of its bucket."
    ) { (text) throws(CommandError) in _ = try UsagePlanRules.burstLimit(text) },
    FieldSpec(
      "quota.limit", "Quota", .integer(UsagePlanRules.quotaRequests), unit: "requests a period",
      help: "How many requests each key may make a period, over all stages of the plan."
    ) { (text) throws(CommandError) in _ = try UsagePlanRules.quotaLimit(text) },
    FieldSpec(
      "quota.period", "Period", .choice(QuotaPeriod.allCases.map(\.rawValue)),
      help: "When the quota is whole again: each day, week (Sunday) or month (1st), in UTC."
    ) { (text) throws(CommandError) in _ = try UsagePlanRules.period(text) },
    FieldSpec(
      "quota.offset", "Offset", .integer(0...QuotaPeriod.month.offsets.upperBound), unit: "days",
      help: "The day a period starts on: 0–6 from Sunday, 0–27 from the 1st, 0 for days."
    ) { (text) throws(CommandError) in _ = try UsagePlanRules.quotaOffset(text) },
  ]
}
