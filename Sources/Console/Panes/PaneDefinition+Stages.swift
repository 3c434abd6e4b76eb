import GatewayModel
import Terminal

extension PaneDefinition {
  /// The stages: what they serve and what waits for a deployment.
  static let stages = PaneDefinition(
    kind: .stages,
    columns: [
      PaneColumn(
        TableColumn(
          id: "stage", title: "STAGE", minimum: 8, ideal: 18, priority: 0, isFlexible: true),
        text: { ref, context in stageId(ref).map { Words.stage($0, in: context.state) } ?? "" }),
      PaneColumn(
        TableColumn(id: "serves", title: "SERVES", minimum: 6, ideal: 8, priority: 3),
        text: { stage($0, $1.state)?.deploymentId ?? "" }),
      PaneColumn(
        TableColumn(id: "undeployed", title: "UNDEPLOYED", minimum: 6, ideal: 12, priority: 1),
        text: { ref, context in
          let count = drift(ref, context)
          return count == 0 ? "none" : "±\(count)"
        },
        sortKey: { SortKey(Double(drift($0, $1))) },
        cell: { ref, context in
          let count = drift(ref, context)
          return count == 0
            ? .text("none", .muted)
            : .text(DisplayText("±\(count)"), Style(.warning, .bold))
        }),
      PaneColumn(
        TableColumn(id: "plan", title: "PLANS", minimum: 5, ideal: 14, priority: 2),
        text: { planNames($0, $1.state) }),
      PaneColumn(
        TableColumn(id: "deployed", title: "DEPLOYED", minimum: 10, ideal: 16, priority: 4),
        text: { ref, context in
          deployment(ref, context.state).map { Words.moment($0.createdDate) } ?? ""
        },
        sortKey: {
          SortKey(Double(deployment($0, $1.state)?.createdDate.microseconds ?? 0))
        }),
    ],
    sort: TableSort(column: "stage"),
    rows: { state in
      state.apis.values.flatMap { api in
        api.stages.keys.map { .stage(ApiStageID(apiId: api.api.id, stage: $0)) }
      }
    },
    exists: { ref, state in stage(ref, state) != nil },
    count: { $0.apis.values.reduce(0) { $0 + $1.stages.count } },
    mentions: { needle, ref, state in
      guard let id = stageId(ref) else { return false }
      return [Words.stage(id, in: state), id.apiId, stage(ref, state)?.description ?? ""]
        .contains(where: needle.occurs)
    },
    tieBreak: { ref, _ in stageId(ref)?.description ?? "" },
    affected: { ref in
      switch ref {
      case .stage: .row(ref)
      case .restApi, .method, .resource, .deployment, .usagePlan: .all
      default: .nothing
      }
    })

  private static func stageId(_ ref: EntityRef) -> ApiStageID? {
    if case .stage(let id) = ref { return id }
    return nil
  }

  private static func stage(_ ref: EntityRef, _ state: GatewayState) -> Stage? {
    stageId(ref).flatMap { state.stage($0) }
  }

  private static func deployment(_ ref: EntityRef, _ state: GatewayState) -> Deployment? {
    guard let id = stageId(ref), let stage = state.stage(id) else { return nil }
    return state.apis[id.apiId]?.deployments[stage.deploymentId]
  }

  private static func drift(_ ref: EntityRef, _ context: RowContext) -> Int {
    stageId(ref).flatMap { context.health.drift[$0]?.count } ?? 0
  }

  private static func planNames(_ ref: EntityRef, _ state: GatewayState) -> String {
    guard let id = stageId(ref) else { return "" }
    return state.plans.values.filter { $0.apiStage(id) != nil }.map(\.name).sorted()
      .joined(separator: " ")
  }
}
