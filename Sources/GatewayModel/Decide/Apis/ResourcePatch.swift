/// A resource while its patch operations are done, in the API as it becomes.
struct ResourcePatch {
  private(set) var resource: Resource
  private(set) var api: ApiState

  init(resource: Resource, api: ApiState) {
    self.resource = resource
    self.api = api
  }

  /// Source: recorded answers of UpdateResource, for the order and every text.
  static let table = PatchTable<ResourcePatch>(
    input: "updateResourceInput", refusal: .choosesOperation,
    rules: [
      PatchRule("/parentId", .replace) { (draft, step) throws(CommandError) in
        try draft.move(to: step.value ?? "")
      },
      PatchRule("/pathPart", .replace) { (draft, step) throws(CommandError) in
        try draft.rename(to: step.value ?? "")
      },
    ])

  private mutating func rename(to pathPart: String) throws(CommandError) {
    guard let parentId = resource.parentId, let parent = api.resources[parentId] else {
      throw CommandError(
        .badRequest, "Root resource cannot update its pathPart.", field: "pathPart",
        remedy: "The root is / in every API.")
    }
    try ResourceRules.check(pathPart: pathPart)
    if ResourceRules.isGreedy(pathPart), !api.children(of: resource.id).isEmpty {
      throw ResourcePlacement.childOfGreedy(pathPart)
    }
    try ResourcePlacement(in: api).check(pathPart, under: parent, except: resource.id)
    place(pathPart, under: parent)
  }

  private mutating func move(to parentId: ResourceID) throws(CommandError) {
    guard let pathPart = resource.pathPart else {
      throw CommandError(
        .badRequest, "Root resource cannot update its parentId.", field: "parentId",
        remedy: "The root stands under nothing.")
    }
    guard let parent = api.resources[parentId] else {
      throw CommandError(
        .notFound, "Invalid Resource identifier specified", field: "parentId",
        remedy: "Use the id of one of the API's resources.")
    }
    guard !api.subtree(of: resource.id).contains(where: { $0.id == parentId }) else {
      throw CommandError(
        .badRequest, "Resources cannot be cyclical.", field: "parentId",
        remedy: "\(parent.path) is the resource itself or stands below it.")
    }
    try ResourcePlacement(in: api).check(pathPart, under: parent, except: resource.id)
    place(pathPart, under: parent)
  }

  private mutating func place(_ pathPart: String, under parent: Resource) {
    resource.pathPart = pathPart
    resource.parentId = parent.id
    resource.path = parent.childPath(pathPart)
    api.resources[resource.id] = resource
    follow(resource)
  }

  private mutating func follow(_ parent: Resource) {
    for var child in api.children(of: parent.id) {
      child.path = parent.childPath(child.pathPart ?? "")
      api.resources[child.id] = child
      follow(child)
    }
  }
}
