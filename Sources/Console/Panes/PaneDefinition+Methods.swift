import GatewayModel
import Terminal

extension PaneDefinition {
  /// The APIs with their methods; resources that have no method yet stand for themselves.
  static let methods = PaneDefinition(
    kind: .methods,
    columns: [
      PaneColumn(
        TableColumn(
          id: "method", title: "METHOD", minimum: 12, ideal: 26, priority: 0, isFlexible: true),
        text: { methodName($0, $1.state) },
        sortKey: { SortKey(order($0, $1.state)) }, cell: methodCell),
      PaneColumn(
        TableColumn(id: "api", title: "API", minimum: 6, ideal: 12, priority: 5),
        text: { ref, context in ref.apiId.flatMap { context.state.apis[$0]?.api.name } ?? "" }),
      PaneColumn(
        TableColumn(id: "key", title: "KEY", minimum: 8, ideal: 8, priority: 1),
        text: { ref, context in
          method(ref, context.state).map { $0.apiKeyRequired ? "required" : "open" } ?? ""
        },
        cell: { ref, context in
          guard let method = method(ref, context.state) else { return .blank }
          return method.apiKeyRequired
            ? .text("required", Style(.accent)) : .text("open", .muted)
        }),
      PaneColumn(
        TableColumn(id: "integration", title: "BACKEND", minimum: 6, ideal: 12, priority: 4),
        text: { backend($0, $1.state) }, cell: backendCell),
      PaneColumn(
        TableColumn(id: "deployed", title: "DEPLOYED", minimum: 8, ideal: 14, priority: 2),
        text: { driftText($0, $1) }, cell: driftCell),
    ],
    sort: TableSort(column: "method"),
    rows: { state in state.apis.values.flatMap { rows(of: $0) } },
    exists: { ref, state in exists(ref, state) },
    count: { state in
      state.apis.values.reduce(0) { $0 + $1.methods.values.reduce(0) { $0 + $1.count } }
    },
    mentions: { needle, ref, state in
      [
        methodName(ref, state), ref.apiId.flatMap { state.apis[$0]?.api.name } ?? "",
        ref.apiId ?? "", method(ref, state)?.operationName ?? "",
      ].contains(where: needle.occurs)
    },
    tieBreak: { ref, state in order(ref, state) },
    affected: { ref in
      switch ref {
      case .method, .resource, .restApi: .all
      default: .nothing
      }
    })

  private static func rows(of api: ApiState) -> [EntityRef] {
    let id = api.api.id
    let resources = api.resources.values.flatMap { resource -> [EntityRef] in
      let methods = api.methods[resource.id] ?? [:]
      if methods.isEmpty { return resource.parentId == nil ? [] : [.resource(id, resource.id)] }
      return methods.keys.map { .method(id, resource.id, httpMethod: $0) }
    }
    return [.restApi(id)] + resources
  }

  private static func exists(_ ref: EntityRef, _ state: GatewayState) -> Bool {
    guard case .resource(let api, let id) = ref else { return state.entity(ref) != nil }
    return state.apis[api]?.resources[id] != nil && state.apis[api]?.methods[id] == nil
  }

  private static func method(_ ref: EntityRef, _ state: GatewayState) -> Method? {
    guard case .method(let api, let resource, let verb) = ref else { return nil }
    return state.apis[api]?.methods[resource]?[verb]
  }

  private static func methodName(_ ref: EntityRef, _ state: GatewayState) -> String {
    switch ref {
    case .restApi(let id): state.apis[id]?.api.name ?? id
    case .resource(let api, let id): Words.path(api, id, in: state)
    case .method(let api, let id, let verb):
      "\(verb.count < 7 ? verb + String(repeating: " ", count: 7 - verb.count) : verb) "
        + Words.path(api, id, in: state)
    default: ""
    }
  }

  /// API by API, path by path, verb by verb, in the order of the documents.
  private static func order(_ ref: EntityRef, _ state: GatewayState) -> String {
    let api = ref.apiId.map { "\(state.apis[$0]?.api.name ?? "")\u{1}\($0)" } ?? ""
    switch ref {
    case .resource(let id, let resource): return "\(api)\u{1}\(Words.path(id, resource, in: state))"
    case .method(let id, let resource, let verb):
      let place = Method.httpMethods.firstIndex(of: verb) ?? 9
      return "\(api)\u{1}\(Words.path(id, resource, in: state))\u{1}\(place)"
    default: return api
    }
  }

  private static func methodCell(_ ref: EntityRef, _ context: RowContext) -> TableCell {
    let name = DisplayText(methodName(ref, context.state))
    switch ref {
    case .restApi:
      return .styled(StyledText("API ", Style(.heading, .bold)) + StyledText(name, .bold))
    case .resource:
      return .styled(StyledText("  ") + StyledText(name) + StyledText(" no method", .muted))
    default: return .styled(StyledText("  ") + StyledText(name))
    }
  }

  private static func backend(_ ref: EntityRef, _ state: GatewayState) -> String {
    if case .restApi(let id) = ref {
      return state.apis[id].map { $0.stages.isEmpty ? "no stage" : "" } ?? ""
    }
    guard let method = method(ref, state) else { return "" }
    return method.methodIntegration.map { $0.uri ?? $0.type.rawValue.lowercased() } ?? "none"
  }

  private static func backendCell(_ ref: EntityRef, _ context: RowContext) -> TableCell {
    let text = backend(ref, context.state)
    return text == "none" || text == "no stage"
      ? .text(DisplayText(text), Style(.warning)) : .text(DisplayText(text))
  }

  private static func driftText(_ ref: EntityRef, _ context: RowContext) -> String {
    guard let api = ref.apiId, let stages = context.state.apis[api]?.stages, !stages.isEmpty
    else { return "" }
    guard case .method(_, let resource, let verb) = ref else { return "" }
    let path = Words.path(api, resource, in: context.state)
    let differing = stages.keys.sorted().filter {
      context.health.drift[ApiStageID(apiId: api, stage: $0)]?
        .change(httpMethod: verb, path: path) != nil
    }
    if differing.isEmpty { return "yes" }
    return "± " + differing.joined(separator: " ")
  }

  private static func driftCell(_ ref: EntityRef, _ context: RowContext) -> TableCell {
    let text = driftText(ref, context)
    return .text(DisplayText(text), text.hasPrefix("±") ? Style(.warning) : .muted)
  }
}
