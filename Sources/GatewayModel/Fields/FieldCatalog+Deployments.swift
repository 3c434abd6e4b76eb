extension FieldCatalog {
  /// The fields of a deployment.
  public static let deployment: [FieldSpec] = [
    stageName(isRequired: false, help: "The stage that serves the copy; made if it is new."),
    description("What is new in it; shown in the stage's history."),
  ]

  /// The fields of a stage.
  public static let stage: [FieldSpec] = [
    stageName(isRequired: true, help: "The first part of the stage's address, for example prod."),
    FieldSpec(
      "deploymentId", "Deployment", .text(limitCharacters: ApiLimits.partIdLength),
      isRequired: true, help: "The frozen copy of the API that the stage serves."),
    description("What the stage is for."),
    FieldSpec(
      "variables", "Variables", .pairs(maximumCount: StageRules.maximumVariables),
      help: "Names that backends' addresses use, as name=value,name=value."
    ) { (text) throws(CommandError) in
      try StageRules.check(variables: NamedPairs(text, field: "variables").values)
    },
    methodSetting(
      "throttling/rateLimit", "Rate of each method", .decimal(-1...1_000_000_000),
      unit: "requests a second", help: "Over all clients; a negative number is no limit."),
    methodSetting(
      "throttling/burstLimit", "Burst of each method", .integer(-1...Int(Int32.max)),
      unit: "requests", help: "Over all clients; a negative number is no limit."),
    tags(),
  ]

  private static func stageName(isRequired: Bool, help: String) -> FieldSpec {
    FieldSpec(
      "stageName", "Stage", .text(limitCharacters: StageRules.nameLimitCharacters),
      isRequired: isRequired, help: help
    ) { (text) throws(CommandError) in try StageRules.check(name: text) }
  }

  private static func description(_ help: String) -> FieldSpec {
    FieldSpec(
      "description", "Description",
      .text(limitCharacters: UsagePlanRules.descriptionLimitCharacters), help: help)
  }

  /// A setting of all methods of a stage; its name is the patch path behind `/*/*/`.
  private static func methodSetting(
    _ name: String, _ label: String, _ kind: FieldKind, unit: String, help: String
  ) -> FieldSpec {
    FieldSpec(name, label, kind, unit: unit, help: help) { (text) throws(CommandError) in
      var scratch = MethodSetting()
      guard MethodSettingPatch.members[name]?(&scratch, text) == true else {
        throw CommandError(
          .badRequest, "\(label) must be a number", field: name,
          remedy: MethodSettingPatch.hints[name])
      }
    }
  }
}
