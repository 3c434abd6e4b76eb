import GatewayModel

/// An id or a name of each kind of entity: a name that fits two is refused with both ids.
extension AdminSession {
  /// The API with an id or name.
  func api(_ text: String) throws -> ApiState {
    let state = try state
    if let api = state.apis[text] { return api }
    let found = state.apis.values.filter { $0.api.name == text }
    return try only(found, kind: "API", list: "api list", text: text) { $0.api.id }
  }

  /// The key with an id or name.
  func key(_ text: String) throws -> ApiKey {
    let state = try state
    if let key = state.keys[text] { return key }
    guard state.keyIdByValue[text] == nil else {
      throw CommandError(
        .notFound, "A key is named by its id or name, never by its value.",
        remedy: "keystile key list")
    }
    let found = state.keys.values.filter { $0.name == text }
    return try only(found, kind: "key", list: "key list", text: text) { $0.id }
  }

  /// The plan with an id or name.
  func plan(_ text: String) throws -> UsagePlan {
    let state = try state
    if let plan = state.plans[text] { return plan }
    let found = state.plans.values.filter { $0.name == text }
    return try only(found, kind: "usage plan", list: "plan list", text: text) { $0.id }
  }

  /// The stage written `API:STAGE`; it need not exist.
  func stageID(_ text: String) throws -> ApiStageID {
    // An API's name may hold a colon, a stage's cannot.
    let parts = text.lastIndex(of: ":").map { (text[..<$0], text[text.index(after: $0)...]) }
    guard let (name, stage) = parts, !name.isEmpty, !stage.isEmpty else {
      throw CommandLineError("“\(text)” is not of the form API:STAGE.", verb: invocation.verb)
    }
    return ApiStageID(apiId: try api(String(name)).api.id, stage: String(stage))
  }

  /// The stage of an API.
  func stage(_ name: String, of api: ApiState) throws -> Stage {
    guard let stage = api.stages[name] else {
      let known = api.stages.keys.sorted().joined(separator: ", ")
      throw CommandError(
        .notFound, "API “\(api.api.name)” has no stage “\(name)”.",
        remedy: known.isEmpty
          ? "keystile deploy \(api.api.id) \(name)" : "one of its stages: \(known)")
    }
    return stage
  }

  /// The resource at a path of an API.
  func resource(_ path: String, of api: ApiState) throws -> Resource {
    guard let resource = api.resource(path: path) else {
      throw CommandError(
        .notFound, "API “\(api.api.name)” has no resource \(path).",
        remedy: "keystile resource list \(api.api.id)")
    }
    return resource
  }

  /// The method of a verb at a path.
  func method(
    _ verb: String, _ path: String, of api: ApiState
  ) throws -> (resource: Resource, method: Method) {
    let resource = try resource(path, of: api)
    guard let method = api.methods[resource.id]?[verb.uppercased()] else {
      throw CommandError(
        .notFound, "API “\(api.api.name)” has no method \(verb.uppercased()) \(path).",
        remedy: "keystile method list \(api.api.id)")
    }
    return (resource, method)
  }

  private func only<Found>(
    _ found: [Found], kind: String, list: String, text: String, id: (Found) -> String
  ) throws -> Found {
    if found.count == 1 { return found[0] }
    guard found.isEmpty else {
      let ids = found.map(id).sorted().joined(separator: ", ")
      throw CommandError(
        .conflict, "“\(text)” is the name of \(found.count) \(kind)s.",
        remedy: "one of the ids: \(ids)")
    }
    throw CommandError(
      .notFound, "There is no \(kind) “\(text)”.", remedy: "keystile \(list)")
  }
}
