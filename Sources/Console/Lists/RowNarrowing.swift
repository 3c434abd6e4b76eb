import GatewayModel

/// What a pane is narrowed to because another pane's cursor is followed.
enum RowNarrowing: Hashable, Sendable {
  /// What belongs to a plan: its keys, its stages, the methods of their APIs.
  case plan(UsagePlanID)
  /// What belongs to a key: its plans and the stages they open.
  case key(ApiKeyID)
  /// What belongs to a stage: the plans that open it, their keys, the methods of its API.
  case stage(ApiStageID)
  /// What belongs to an API: its stages, the plans that open one of them.
  case api(RestApiID)

  /// Follows the entity under a cursor.
  init?(_ ref: EntityRef) {
    switch ref {
    case .usagePlan(let id): self = .plan(id)
    case .apiKey(let id): self = .key(id)
    case .stage(let id): self = .stage(id)
    default:
      guard let api = ref.apiId else { return nil }
      self = .api(api)
    }
  }

  /// True when a row belongs to what is followed.
  func admits(_ row: EntityRef, _ state: GatewayState) -> Bool {
    switch (self, row) {
    case (.plan(let plan), .apiKey(let key)): state.planKeys[plan]?[key] != nil
    case (.plan(let plan), .stage(let stage)): state.plans[plan]?.apiStage(stage) != nil
    case (.key(let key), .usagePlan(let plan)): state.planKeys[plan]?[key] != nil
    case (.key(let key), .stage(let stage)): state.plan(of: key, reaching: stage) != nil
    case (.stage(let stage), .usagePlan(let plan)): state.plans[plan]?.apiStage(stage) != nil
    case (.stage(let stage), .apiKey(let key)): state.plan(of: key, reaching: stage) != nil
    case (.stage(let stage), _): row.apiId == stage.apiId
    case (.api(let api), .usagePlan(let plan)): opens(api, state.plans[plan])
    case (.api(let api), .apiKey(let key)):
      state.planIdsByKey[key]?.contains { opens(api, state.plans[$0]) } ?? false
    case (.api(let api), _): row.apiId == api
    case (.plan(let plan), _): row.apiId.map { opens($0, state.plans[plan]) } ?? false
    case (.key(let key), _):
      state.planIdsByKey[key]?.contains { plan in
        row.apiId.map { opens($0, state.plans[plan]) } ?? false
      } ?? false
    }
  }

  private func opens(_ api: RestApiID, _ plan: UsagePlan?) -> Bool {
    plan?.apiStages.contains { $0.apiId == api } ?? false
  }
}
