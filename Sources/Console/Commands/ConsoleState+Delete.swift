import GatewayModel
import Terminal

extension ConsoleState {
  /// Asks before deleting, with a count of all that goes along.
  mutating func askToDelete(_ world: any ConsoleWorld) -> [Effect] {
    let state = world.state
    let refs = subjects.filter { state.entity($0) != nil }
    let commands = refs.compactMap { Self.deletion(of: $0) }
    guard !refs.isEmpty, commands.count == refs.count else {
      tell(.info, "this cannot be deleted", world)
      return []
    }
    let command = Self.one(of: commands)
    let what =
      refs.count == 1 ? Words.name(of: refs[0], in: state) : Words.count(refs.count, "row")
    do {
      let decision = try world.preview(command)
      open(
        ConfirmOverlay(
          title: "Delete \(what)?", body: Self.consequences(of: decision, of: refs, world),
          verb: "Delete", phrase: Self.phrase(for: refs, state), change: .command(command)
        ) { console, world in
          console.pane.marks.subtract(refs)
          return console.submit(command, editing: refs, label: "deleted \(what)", world)
        })
    } catch {
      tell(.error, Self.text(of: error), world)
    }
    return []
  }

  private static func deletion(of ref: EntityRef) -> Command? {
    switch ref {
    case .apiKey(let id): .deleteApiKey(Command.DeleteApiKey(apiKey: id))
    case .usagePlan(let id): .deleteUsagePlan(Command.DeleteUsagePlan(usagePlanId: id))
    case .restApi(let id): .deleteRestApi(Command.DeleteRestApi(restApiId: id))
    case .resource(let api, let id):
      .deleteResource(Command.DeleteResource(restApiId: api, resourceId: id))
    case .method(let api, let resource, let verb):
      .deleteMethod(
        Command.DeleteMethod(restApiId: api, resourceId: resource, httpMethod: verb))
    case .stage(let id):
      .deleteStage(Command.DeleteStage(restApiId: id.apiId, stageName: id.stage))
    case .accessory(let accessory): .deleteAccessory(Command.DeleteAccessory(accessory))
    default: nil
    }
  }

  /// What else goes, by kind, and what comes of it.
  private static func consequences(
    of decision: Decision, of refs: [EntityRef], _ world: any ConsoleWorld
  ) -> [String] {
    var counts: [EntityKind: Int] = [:]
    for case .deleted(let ref) in decision.events where !refs.contains(ref) {
      counts[ref.kind, default: 0] += 1
    }
    let along = EntityKind.allCases.compactMap { kind -> String? in
      guard let count = counts[kind], let noun = nouns[kind] ?? kind.accessoryType?.noun else {
        return nil
      }
      return Words.count(count, noun)
    }
    var lines: [String] = []
    if !along.isEmpty { lines.append("Goes along: \(along.joined(separator: ", ")).") }
    let changed = decision.events.filter { if case .put = $0 { true } else { false } }.count
    if changed > 0 { lines.append("Changes \(Words.count(changed, "other entity", "others")).") }
    lines += decision.warnings
    lines += refs.prefix(1).compactMap { Self.aftermath(of: $0, world) }
    lines.append("z brings it back.")
    return lines
  }

  private static let nouns: [EntityKind: String] = [
    .usagePlanKey: "plan membership", .usageAdjustment: "quota grant", .resource: "resource",
    .method: "method", .deployment: "deployment", .stage: "stage",
    .gatewayResponse: "gateway response", .model: "model", .requestValidator: "validator",
  ]

  private static func aftermath(of ref: EntityRef, _ world: any ConsoleWorld) -> String? {
    switch ref {
    case .apiKey: "Clients that send it are refused with 403 at once."
    case .stage: "Requests to it are refused with 403 at once."
    case .method, .resource: "Stages serve it until their next deployment."
    case .restApi: "Requests to all of its stages are refused with 403 at once."
    default: nil
    }
  }

  /// What must be typed before something goes: the name of what serves production, and the number
  /// of several.
  static func phrase(for refs: [EntityRef], _ state: GatewayState) -> String? {
    guard refs.count < 2 else { return "\(refs.count)" }
    guard let ref = refs.first, servesProduction(ref, state) else { return nil }
    switch ref {
    case .apiKey(let id): return state.keys[id]?.displayName ?? id
    case .usagePlan(let id): return state.plans[id]?.name ?? id
    case .restApi(let id): return state.apis[id]?.api.name ?? id
    case .stage(let id): return id.stage
    default: return nil
    }
  }

  private static func servesProduction(_ ref: EntityRef, _ state: GatewayState) -> Bool {
    switch ref {
    case .stage(let id): isProduction(id.stage)
    case .restApi(let id): state.apis[id]?.stages.keys.contains(where: isProduction) ?? false
    case .usagePlan(let id):
      state.plans[id]?.apiStages.contains { isProduction($0.stage) } ?? false
    case .apiKey(let id):
      state.planIdsByKey[id]?.contains { plan in
        state.plans[plan]?.apiStages.contains { isProduction($0.stage) } ?? false
      } ?? false
    default: false
    }
  }

  /// True for a stage that is called as people call what their customers use.
  static func isProduction(_ stage: StageName) -> Bool {
    let name = stage.lowercased()
    return name.hasPrefix("prod") || name == "live" || name == "prd"
  }
}
