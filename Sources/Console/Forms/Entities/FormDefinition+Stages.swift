import GatewayModel

extension FormDefinition {
  /// Settings of all methods of a stage, by the names their patch paths have.
  private static let limits = ["throttling/rateLimit", "throttling/burstLimit"]

  /// Changes a stage's own settings, which act at once; what it serves changes by deployments.
  static func stageEdit(_ id: ApiStageID, in state: GatewayState) -> FormDefinition? {
    guard let stage = state.stage(id) else { return nil }
    let name = Words.stage(id, in: state)
    let setting = stage.methodSettings["*/*"]
    let variables = stage.variables ?? [:]
    let texts = [
      "description": stage.description ?? "", "variables": NamedPairs(variables).text,
      "throttling/rateLimit": text(setting?.throttlingRateLimit),
      "throttling/burstLimit": text(setting?.throttlingBurstLimit),
      "tags": text(ofTags: stage.tags),
    ]
    let ref = EntityRef.stage(id)
    return FormDefinition(
      title: "Stage \(name)", notes: ["Acts at once. What the stage serves changes by d."],
      entries: FormEntry.entries(FieldCatalog.stage.filter { texts[$0.name] != nil }, texts),
      expecting: revisions([ref], in: state),
      command: { values in
        let patch =
          values.replacement(of: "description", at: "/description")
          + variablePatch(from: variables, to: values.pairs("variables") ?? [:])
          + limitPatch(values)
        let update = Command.updateStage(
          Command.UpdateStage(
            restApiId: id.apiId, stageName: id.stage, patchOperations: patch))
        return joined(
          (patch.isEmpty ? [] : [update])
            + tagging(ref, from: stage.tags, to: values.pairs("tags") ?? [:]))
      },
      label: { _ in "changed stage \(name)" },
      remake: { stageEdit(id, in: $0) })
  }

  private static func variablePatch(
    from old: [String: String], to new: [String: String]
  ) -> [PatchOperation] {
    let gone = old.keys.filter { new[$0] == nil }.sorted()
    let set = new.filter { old[$0.key] != $0.value }.sorted { $0.key < $1.key }
    return gone.map { .remove("/variables/\(PatchOperation.escaped($0))") }
      + set.map { .replace("/variables/\(PatchOperation.escaped($0.key))", $0.value) }
  }

  /// An emptied limit becomes none at all, which a negative number says.
  private static func limitPatch(_ values: FormValues) -> [PatchOperation] {
    limits.filter(values.isChanged).map {
      .replace("/*/*/\($0)", values.optional($0) ?? "-1")
    }
  }
}
