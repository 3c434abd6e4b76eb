extension GatewayState {
  /// Makes a resource: API, parent, path part, place, room.
  func decide(
    _ input: Command.CreateResource, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let api = try existingApi(input.restApiId)
    let parent = try existingResource(input.parentId, of: input.restApiId, field: "parentId")
    let resource = try newResource(input.pathPart, under: parent, of: api, in: context)
    return Decision(
      events: [.put(.resource(input.restApiId, resource))],
      subjects: [.resource(input.restApiId, resource.id)])
  }

  /// Makes a path with all parents it lacks, as one change; a path that is there stays as it is.
  func decide(
    _ input: Command.EnsureResourcePath, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var api = try existingApi(input.restApiId)
    try ResourceRules.check(path: input.path)
    var leaf = try existingResource(api.api.rootResourceId, of: input.restApiId)
    var made: [Entity] = []
    for part in input.path.split(separator: "/") {
      if let child = api.resource(path: leaf.childPath(String(part))) {
        leaf = child
        continue
      }
      do throws(CommandError) {
        leaf = try newResource(String(part), under: leaf, of: api, in: context)
      } catch {
        throw CommandError(error.code, error.message, field: "path", remedy: error.remedy)
      }
      api.resources[leaf.id] = leaf
      made.append(.resource(input.restApiId, leaf))
    }
    return Decision(
      events: made.map(Event.put),
      subjects: [.resource(input.restApiId, leaf.id)] + made.dropLast().map(\.ref))
  }

  private func newResource(
    _ pathPart: String, under parent: Resource, of api: ApiState, in context: DecisionContext
  ) throws(CommandError) -> Resource {
    try ResourceRules.check(pathPart: pathPart)
    let placement = ResourcePlacement(in: api)
    try placement.check(pathPart, under: parent)
    try placement.checkRoom()
    return Resource(
      id: context.unusedIdentifier(among: api.resources), parentId: parent.id,
      pathPart: pathPart, path: parent.childPath(pathPart))
  }
}
