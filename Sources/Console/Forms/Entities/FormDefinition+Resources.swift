import GatewayModel

extension FormDefinition {
  /// Makes a resource: a path that answers once it has a method.
  ///
  /// - Parameter ref: Where the cursor is: an API, a path or a method.
  static func resourceCreation(at ref: EntityRef?, in state: GatewayState) -> FormDefinition? {
    let apis = state.apis.values.sorted { ($0.api.name, $0.api.id) < ($1.api.name, $1.api.id) }
    let parents = apis.flatMap { api in
      api.resources.values.sorted { ($0.path, $0.id) < ($1.path, $1.id) }.map { resource in
        FormEntry.Option(
          value: "\(api.api.id):\(resource.id)", title: "\(api.api.name) \(resource.path)")
      }
    }
    guard let first = parents.first else { return nil }
    return FormDefinition(
      title: "New resource", verb: "create",
      notes: ["A path; it is served once it has a method and is deployed."],
      entries: [
        FormEntry(
          "parentId", "Below", .choice(parents), .chosen([parent(ref, state) ?? first.value]),
          help: "Left and right choose the API and the path it goes below.")
      ] + FormEntry.entries(FieldCatalog.resource, [:]),
      expecting: [:],
      command: { values in
        let parts = values.text("parentId").split(separator: ":").map(String.init)
        return .createResource(
          Command.CreateResource(
            restApiId: parts.first ?? "", parentId: parts.last ?? "",
            pathPart: values.text("pathPart")))
      },
      label: { "created resource \($0.text("pathPart")), not yet deployed" },
      then: showFirst)
  }

  /// The path the cursor is in, as an option's value.
  private static func parent(_ ref: EntityRef?, _ state: GatewayState) -> String? {
    switch ref {
    case .resource(let api, let id), .method(let api, let id, _): "\(api):\(id)"
    case .restApi(let id): state.apis[id].map { "\(id):\($0.api.rootResourceId)" }
    default: nil
    }
  }
}
