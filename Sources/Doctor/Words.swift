import GatewayModel

/// Words that several checks use.
enum Words {
  /// A name in quotes, or the id of what has none.
  static func name(_ key: ApiKey) -> String { key.name.map { "“\($0)”" } ?? key.id }

  /// A plan's name in quotes.
  static func name(_ plan: UsagePlan) -> String { "“\(plan.name)”" }

  /// A stage as `api:stage` with the API's name.
  static func name(_ stage: ApiStageID, in state: GatewayState) -> String {
    "\(state.apis[stage.apiId]?.api.name ?? stage.apiId):\(stage.stage)"
  }

  /// A method as `GET /pets`.
  static func route(_ method: Method, at path: String) -> String { "\(method.httpMethod) \(path)" }

  /// The first few of many, and how many more there are.
  static func list(_ items: [String], limit: Int = 3) -> String {
    let shown = items.prefix(limit).joined(separator: ", ")
    return items.count > limit ? "\(shown) and \(items.count - limit) more" : shown
  }
}
