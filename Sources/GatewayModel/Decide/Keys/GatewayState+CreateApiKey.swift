extension GatewayState {
  /// Makes a key; it is disabled unless `enabled` says otherwise, as API Gateway's is.
  func decide(
    _ input: Command.CreateApiKey, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try ApiKeyRules.check(name: input.name ?? "")
    try ApiKeyRules.check(description: input.description ?? "")
    try ApiKeyRules.check(customerId: input.customerId ?? "")
    let sent = input.value?.nonEmpty
    if let sent { try ApiKeyRules.check(value: sent) }
    let stageKeys = try stageKeyTexts(input.stageKeys ?? [])
    try TagRules.check(input.tags ?? [:])
    if let sent { try requireUnused(value: sent) }
    try requireRoomForKeys(1, in: context)
    let key = ApiKey(
      id: newKeyID(in: context), value: newValue(sent, in: context),
      name: input.name?.nonEmpty, description: input.description?.nonEmpty,
      enabled: input.enabled ?? false, customerId: input.customerId?.nonEmpty,
      stageKeys: stageKeys, tags: input.tags ?? [:],
      createdDate: context.now, lastUpdatedDate: context.now)
    return Decision(events: [.put(.apiKey(key))], subjects: [.apiKey(key.id)])
  }

  /// Refuses a value that a key has, naming the key: the message alone leaves people searching.
  func requireUnused(value: String) throws(CommandError) {
    guard let owner = keyIdByValue[value] else { return }
    let name = keys[owner]?.name.map { " ('\($0)')" } ?? ""
    throw CommandError(
      .conflict, "API Key already exists", field: "value",
      remedy: "The key \(owner)\(name) has this value; use that key, or another value.")
  }

  /// Refuses keys beyond the workspace's limit.
  func requireRoomForKeys(_ count: Int, in context: DecisionContext) throws(CommandError) {
    guard keys.count + count <= context.limits.apiKeys else {
      throw CommandError(
        .limitExceeded, "Maximum number of API Keys for this account has been reached",
        remedy: "The limit is \(context.limits.apiKeys) keys; delete keys that are not used.")
    }
  }

  /// An id for a new key.
  func newKeyID(in context: DecisionContext) -> ApiKeyID {
    context.unusedIdentifier(length: ApiKeyRules.idLength) { keys[$0] != nil }
  }

  /// The value of a new key: the one that was sent, else a fresh one.
  func newValue(_ sent: String?, in context: DecisionContext) -> String {
    sent ?? context.unusedKeyValue { keyIdByValue[$0] != nil }
  }

  private func stageKeyTexts(_ stageKeys: [StageKey]) throws(CommandError) -> [String] {
    var texts: [String] = []
    for stageKey in stageKeys {
      let text = "\(stageKey.restApiId ?? "")/\(stageKey.stageName ?? "")"
      texts.append(try requireStageKey(text, field: "stageKeys"))
    }
    return texts
  }

  /// A legacy association `apiId/stage` whose stage exists.
  func requireStageKey(_ text: String, field: String) throws(CommandError) -> String {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2,
      stage(ApiStageID(apiId: String(parts[0]), stage: String(parts[1]))) != nil
    else {
      throw CommandError(
        .badRequest, "Invalid stage identifier specified", field: field,
        remedy: "Leave stage keys out and put the key in a usage plan; only plans open stages.")
    }
    return text
  }
}
