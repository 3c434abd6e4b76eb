import GatewayModel

extension FormDefinition {
  /// Makes a plan.
  static func planCreation(in state: GatewayState) -> FormDefinition {
    FormDefinition(
      title: "New usage plan", verb: "create",
      entries: planEntries(["quota.period": "MONTH", "quota.offset": "0"], opening: [], in: state),
      expecting: [:],
      command: { values in
        .createUsagePlan(
          Command.CreateUsagePlan(
            name: values.text("name"), description: values.optional("description"),
            apiStages: values.chosen("apiStages").compactMap(ApiStageID.init)
              .map { ApiStage(apiId: $0.apiId, stage: $0.stage) },
            throttle: throttle(values), quota: quota(values), tags: values.pairs("tags")))
      },
      label: { "created plan \($0.text("name"))" },
      then: showFirst)
  }

  /// Changes a plan.
  static func planEdit(_ id: UsagePlanID, in state: GatewayState) -> FormDefinition? {
    guard let plan = state.plans[id] else { return nil }
    let count = state.planKeys[id]?.count ?? 0
    let ref = EntityRef.usagePlan(id)
    return FormDefinition(
      title: "Plan \(plan.name)",
      notes: count == 0 ? [] : ["Acts at once on \(Words.count(count, "key"))."],
      entries: planEntries(texts(of: plan), opening: plan.apiStages.map(\.id), in: state),
      expecting: revisions([ref], in: state),
      command: { values in
        let patch = planPatch(values)
        let update = Command.updateUsagePlan(
          Command.UpdateUsagePlan(usagePlanId: id, patchOperations: patch))
        return joined(
          (patch.isEmpty ? [] : [update])
            + tagging(ref, from: plan.tags, to: values.pairs("tags") ?? [:]))
      },
      label: { _ in "changed plan \(plan.name)" },
      remake: { planEdit(id, in: $0) })
  }

  /// Goes to what was made.
  static let showFirst: @Sendable ([EntityRef], FormValues) -> ConsoleAction = { subjects, _ in
    { console, world in
      if let ref = subjects.first { console.show(ref, world) }
      return []
    }
  }

  private static func texts(of plan: UsagePlan) -> [String: String] {
    [
      "name": plan.name, "description": plan.description ?? "",
      "productCode": plan.productCode ?? "",
      "throttle.rateLimit": text(plan.throttle?.rateLimit),
      "throttle.burstLimit": text(plan.throttle?.burstLimit),
      "quota.limit": text(plan.quota?.limit), "quota.offset": text(plan.quota?.offset ?? 0),
      "quota.period": plan.quota?.period.rawValue ?? "MONTH", "tags": text(ofTags: plan.tags),
    ]
  }

  /// The declared fields, with the stages as a choice of those there are.
  private static func planEntries(
    _ texts: [String: String], opening stages: [ApiStageID], in state: GatewayState
  ) -> [FormEntry] {
    let belongToQuota: Set<String> = ["quota.period", "quota.offset"]
    var entries = FieldCatalog.usagePlan.map { spec in
      FormEntry(spec, texts[spec.name] ?? "") { values in
        !belongToQuota.contains(spec.name) || !values.text("quota.limit").isEmpty
      }
    }
    let there = state.apis.values.flatMap { api in
      api.stages.keys.map { ApiStageID(apiId: api.api.id, stage: $0) }
    }
    let options = Set(there + stages).map {
      FormEntry.Option(value: $0.description, title: Words.stage($0, in: state))
    }.sorted { ($0.title, $0.value) < ($1.title, $1.value) }
    let chosen = Set(stages.map(\.description))
    let field =
      options.isEmpty
      ? FormEntry.fact("Stages", "none to open yet: deploy an API first")
      : FormEntry(
        FieldCatalog.apiStage.name, "Stages", .multiChoice(options),
        .chosen(options.map(\.value).filter(chosen.contains)),
        help: "The stages the plan's keys open: arrows choose, Space opens or closes.")
    entries.insert(field, at: max(0, entries.count - 1))
    return entries
  }

  private static func throttle(_ values: FormValues) -> ThrottleSettings? {
    let throttle = ThrottleSettings(
      rateLimit: values.optional("throttle.rateLimit").flatMap { Double($0) },
      burstLimit: values.optional("throttle.burstLimit").flatMap { Int($0) })
    return throttle == ThrottleSettings() ? nil : throttle
  }

  private static func quota(_ values: FormValues) -> QuotaInput? {
    values.optional("quota.limit").map { limit in
      QuotaInput(
        limit: Int(limit), offset: values.optional("quota.offset").flatMap { Int($0) },
        period: values.optional("quota.period"))
    }
  }

  /// Only what differs: a member that is emptied takes its whole object away first, since API
  /// Gateway cannot remove one alone.
  private static func planPatch(_ values: FormValues) -> [PatchOperation] {
    let before = Set(values.wereChosen("apiStages"))
    let after = Set(values.chosen("apiStages"))
    return values.replacement(of: "name", at: "/name")
      + values.replacement(of: "description", at: "/description")
      + values.replacement(of: "productCode", at: "/productCode")
      + object("throttle", ["rateLimit", "burstLimit"], needed: nil, values)
      + object("quota", ["limit", "offset", "period"], needed: "limit", values)
      + before.subtracting(after).sorted().map { .remove("/apiStages", $0) }
      + after.subtracting(before).sorted().map { .add("/apiStages", $0) }
  }

  private static func object(
    _ name: String, _ members: [String], needed: String?, _ values: FormValues
  ) -> [PatchOperation] {
    let ids = members.map { "\(name).\($0)" }
    guard ids.contains(where: values.isChanged) else { return [] }
    let decisive = needed.map { ["\(name).\($0)"] } ?? ids
    let hadAny = decisive.contains { values.initial[$0]?.text.isEmpty == false }
    guard decisive.contains(where: { !values.text($0).isEmpty }) else {
      return hadAny ? [.remove("/\(name)")] : []
    }
    let loses = ids.contains { values.isChanged($0) && values.text($0).isEmpty }
    let sets = members.filter { member in
      let id = "\(name).\(member)"
      return !values.text(id).isEmpty && (loses || !hadAny || values.isChanged(id))
    }
    return (loses && hadAny ? [.remove("/\(name)")] : [])
      + sets.map { .replace("/\(name)/\($0)", values.text("\(name).\($0)")) }
  }
}
