/// A key while it is patched, with the state its stage associations are checked against.
struct ApiKeyDraft {
  /// The key as it becomes.
  var key: ApiKey
  /// What else there is.
  let state: GatewayState

  /// What a key's PATCH takes.
  ///
  /// Source: recorded answer to `replace /id` for the list; AWS page "Patch operations" for the rest.
  static let table = PatchTable<ApiKeyDraft>(
    input: "updateApiKeyInput", refusal: .listsPaths,
    rules: [
      PatchRule("/description", .replace) { (draft, step) throws(CommandError) in
        try ApiKeyRules.check(description: step.value ?? "")
        draft.key.description = step.text
      },
      PatchRule("/enabled", .replace) { draft, step in draft.key.enabled = step.boolean },
      PatchRule("/name", .replace) { (draft, step) throws(CommandError) in
        try ApiKeyRules.check(name: step.value ?? "")
        draft.key.name = step.text
      },
      PatchRule("/customerId", .replace) { (draft, step) throws(CommandError) in
        try ApiKeyRules.check(customerId: step.value ?? "")
        draft.key.customerId = step.text
      },
      // A key has no labels any more; the path is still taken, so that old scripts go on working.
      PatchRule("/labels", .add, .remove) { _, _ in },
      PatchRule("/stages", .add, .remove) { (draft, step) throws(CommandError) in
        try draft.changeStages(step)
      },
    ])

  private mutating func changeStages(_ step: PatchStep) throws(CommandError) {
    let text = step.value ?? ""
    guard step.op == .add else {
      key.stageKeys.removeAll { $0 == text }
      return
    }
    let known = try state.requireStageKey(text, field: "stages")
    if !key.stageKeys.contains(known) { key.stageKeys.append(known) }
  }
}
