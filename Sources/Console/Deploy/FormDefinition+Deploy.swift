import GatewayModel
import Terminal

extension FormDefinition {
  /// What stands for a stage that is yet to be made, which no stage can be called.
  private static let newStage = ""

  /// Freezes an API and lets a stage serve the copy, after a review of what that changes.
  ///
  /// - Parameter ref: Where the cursor is: a stage, an API, or a part of one.
  static func deployment(
    at ref: EntityRef?, toNewStage isNew: Bool = false, in state: GatewayState
  ) -> FormDefinition? {
    let options = targets(in: state)
    guard !options.isEmpty else { return nil }
    let served = Dictionary(
      state.apis.values.flatMap { api in
        api.stages.values.map {
          (ApiStageID(apiId: api.api.id, stage: $0.stageName), $0.deploymentId)
        }
      }, uniquingKeysWith: { first, _ in first })
    return FormDefinition(
      title: "Deploy", verb: "deploy",
      notes: ["^S deploys, after asking for the stage's name. Nothing has changed yet."],
      entries: [
        FormEntry(
          "target", "To", .choice(options),
          .chosen([initialTarget(ref, isNew: isNew, options, in: state)]),
          help: "Left and right choose the API and its stage.")
      ] + deploymentFields(),
      expecting: revisions(served.keys.map { .stage($0) }, in: state),
      command: { values in
        let target = stage(values)
        return .createDeployment(
          Command.CreateDeployment(
            restApiId: target.apiId, stageName: target.stage,
            description: values.optional("description")))
      },
      label: { "deployed \(state.apis[stage($0).apiId]?.api.name ?? "")/\(stage($0).stage)" },
      then: { subjects, values in
        let target = stage(values)
        return { console, world in
          console.watch(target, subjects, replaced: served[target], world)
        }
      },
      touched: { [.stage(stage($0))] },
      review: { values, view in review(of: stage(values), view) },
      rehearsal: { RehearsalLines.lines(after: $1, at: stage($0), $2) },
      question: { values, state in question(stage(values), state) },
      remake: { deployment(at: ref, toNewStage: isNew, in: $0) })
  }

  private static func deploymentFields() -> [FormEntry] {
    FieldCatalog.deployment.map { spec in
      let isStage = spec.name == "stageName"
      return FormEntry(
        spec.name, isStage ? "New stage" : spec.label,
        .text(limitCharacters: TextField.defaultLimitCharacters), .text(""), help: spec.help,
        isShown: { !isStage || target($0).stage == newStage },
        check: { text in
          isStage && text.isEmpty
            ? CommandError(
              .badRequest, "The new stage needs a name", field: spec.name, remedy: spec.help)
            : spec.validate(text)
        })
    }
  }

  /// Every stage there is, and a new one of every API.
  private static func targets(in state: GatewayState) -> [FormEntry.Option] {
    state.apis.values.sorted { ($0.api.name, $0.api.id) < ($1.api.name, $1.api.id) }
      .flatMap { api in
        (api.stages.keys.sorted() + [newStage]).map { name in
          FormEntry.Option(
            value: "\(api.api.id):\(name)",
            title: "\(api.api.name)/\(name == newStage ? "a new stage" : name)")
        }
      }
  }

  private static func initialTarget(
    _ ref: EntityRef?, isNew: Bool, _ options: [FormEntry.Option], in state: GatewayState
  ) -> String {
    let first = options.first?.value ?? ""
    guard let api = ref?.apiId ?? options.first.flatMap({ apiId(of: $0.value) }) else {
      return first
    }
    if isNew { return "\(api):\(newStage)" }
    if case .stage(let id) = ref { return id.description }
    return options.first { apiId(of: $0.value) == api }?.value ?? first
  }

  private static func apiId(of value: String) -> RestApiID? {
    value.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init)
  }

  /// The chosen target, its stage empty for a new one.
  private static func target(_ values: FormValues) -> ApiStageID {
    let parts = values.text("target").split(separator: ":", omittingEmptySubsequences: false)
    return ApiStageID(
      apiId: parts.first.map(String.init) ?? "", stage: parts.dropFirst().joined(separator: ":"))
  }

  /// The stage that is deployed to.
  private static func stage(_ values: FormValues) -> ApiStageID {
    let target = target(values)
    return target.stage == newStage
      ? ApiStageID(apiId: target.apiId, stage: values.text("stageName")) : target
  }

  private static func review(of id: ApiStageID, _ view: ConsoleView) -> [StyledText] {
    guard let api = view.state.apis[id.apiId] else {
      return [StyledText("this API has gone", Style(.error))]
    }
    guard let stage = api.stages[id.stage] else {
      let count = api.snapshot.routes.reduce(0) { $0 + $1.methods.count }
      let plans = "No plan opens it yet: methods that require a key refuse all until one does."
      return [
        StyledText(DisplayText("a new stage with \(Words.count(count, "method"))"), .bold), .empty,
        StyledText(DisplayText(plans), .muted),
      ]
    }
    let diff = api.undeployedChanges(in: id.stage)
    let head = StyledText(
      DisplayText("\(diff.summary) since \(stage.deploymentId)"), Style(.heading, .bold))
    guard !diff.isEmpty || !diff.ignored.isEmpty else {
      return [head, StyledText("the stage serves the API as it is", .muted)]
    }
    let glyphs: Glyphs = view.world.capabilities.hasUnicode ? .unicode : .ascii
    let past = ApiPast.newestLines(of: id.apiId, view.world)
    return [head]
      + DiffLines.lines(diff, glyphs: glyphs) { subject in
        method(subject, of: api).flatMap { past[$0] }
          .map { "#\(Words.grouped(Int($0.sequence))) \($0.actor)" }
      }
  }

  private static func method(_ subject: ChangeSubject, of api: ApiState) -> EntityRef? {
    guard case .method(let path, let verb) = subject, let resource = api.resource(path: path)
    else { return nil }
    return .method(api.api.id, resource.id, httpMethod: verb)
  }

  private static func question(_ id: ApiStageID, _ state: GatewayState) -> FormQuestion {
    let diff = state.undeployedChanges(of: id)
    let isNew = state.stage(id) == nil
    let name = Words.stage(id, in: state)
    return FormQuestion(
      title: "Deploy to \(name)?",
      body: [isNew ? "A new stage." : DiffLines.consequence(of: diff)]
        + diff.risks.map(\.summary), verb: "Deploy", phrase: id.stage)
  }
}
