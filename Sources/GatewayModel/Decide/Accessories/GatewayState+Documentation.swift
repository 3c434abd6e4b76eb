extension GatewayState {
  /// Documents a place: location, API, properties, uniqueness, room.
  func decide(
    _ input: Command.CreateDocumentationPart, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    DocumentationPart.check(
      input.location, of: "createDocumentationPartInput", into: &violations)
    try violations.throwIfAny()
    let api = try existingApi(input.restApiId)
    try checkRoom(
      for: DocumentationPart.self, of: input.restApiId, limit: DocumentationPart.maximumCount)
    return try storing(
      DocumentationPart(
        id: context.unusedIdentifier(among: api.documentationParts), location: input.location,
        properties: input.properties),
      of: input.restApiId)
  }

  /// Freezes the documentation: API, name, stage, uniqueness.
  func decide(
    _ input: Command.CreateDocumentationVersion, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let api = try existingApi(input.restApiId)
    try DocumentationVersion.check(version: input.documentationVersion)
    let stageName = input.stageName.flatMap(\.nonEmpty)
    guard stageName.map({ api.stages[$0] != nil }) ?? true else {
      throw CommandError(
        .notFound, "Invalid stage identifier specified", field: "stageName",
        remedy: "The API has \(Self.list(api.stages.keys, noun: "stage")).")
    }
    var decision = try storing(
      DocumentationVersion(
        version: input.documentationVersion, description: input.description?.nonEmpty,
        createdDate: context.now, parts: listed(DocumentationPart.self, of: input.restApiId)),
      of: input.restApiId)
    if var stage = stageName.flatMap({ api.stages[$0] }) {
      stage.documentationVersion = input.documentationVersion
      decision.events += changes(to: stage, of: input.restApiId, at: context.now)
      decision.subjects.append(
        .stage(ApiStageID(apiId: input.restApiId, stage: stage.stageName)))
    }
    return decision
  }

  /// Takes the parts of a document over: mode, API, document, then each part as if made by itself.
  func decide(
    _ input: Command.ImportDocumentationParts, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    violations.check(input.mode, at: "mode", among: ["merge", "overwrite"], field: "mode")
    try violations.throwIfAny()
    let api = try existingApi(input.restApiId)
    let file = try DocumentationFile(input.body)
    if input.failOnWarnings == true, let warning = file.warnings.first {
      throw CommandError(
        .badRequest, "Warnings found during import: \(file.warnings.joined(separator: ", "))",
        field: "body", remedy: "Mend the document (\(warning)), or import it with warnings.")
    }
    return try importing(
      file, into: api, overwriting: input.mode == "overwrite", in: context)
  }

  private func importing(
    _ file: DocumentationFile, into api: ApiState, overwriting: Bool,
    in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let apiId = api.api.id
    let known = api.documentationParts.values.sorted { $0.id < $1.id }
    let idByPlace = Dictionary(known.map { ($0.location, $0.id) }) { first, _ in first }
    let kept = overwriting ? 0 : known.count
    let made = file.parts.count { overwriting || idByPlace[$0.location] == nil }
    try checkRoom(
      besides: kept + made - 1, DocumentationPart.self, limit: DocumentationPart.maximumCount)
    var taken = Set(api.documentationParts.keys)
    var whole = Decision(events: [], subjects: [], warnings: file.warnings)
    for part in file.parts {
      let id =
        idByPlace[part.location]
        ?? context.unusedIdentifier(length: ApiLimits.partIdLength, isTaken: taken.contains)
      taken.insert(id)
      let step = try storing(
        DocumentationPart(id: id, location: part.location, properties: part.properties),
        of: apiId, replaces: true)
      whole.events += step.events
      whole.subjects += step.subjects
    }
    if overwriting {
      let named = Set(file.parts.map(\.location))
      whole.events += known.filter { !named.contains($0.location) }
        .map { .deleted(.accessory(AccessoryRef(DocumentationPart.self, $0.id, of: apiId))) }
    }
    return whole
  }
}
