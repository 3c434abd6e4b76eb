import GatewayModel

extension FormDefinition {
  /// Backends a form can set up; the others have more parts than a form shows.
  private static let backends = [IntegrationType.mock.rawValue, IntegrationType.httpProxy.rawValue]

  /// Makes a method that answers, with its path.
  ///
  /// - Parameter ref: Where the cursor is: an API, a path or a method.
  static func methodCreation(at ref: EntityRef?, in state: GatewayState) -> FormDefinition? {
    let apis = state.apis.values.map { FormEntry.Option(value: $0.api.id, title: $0.api.name) }
      .sorted { ($0.title, $0.value) < ($1.title, $1.value) }
    guard let first = apis.first else { return nil }
    let api = ref?.apiId ?? first.value
    return FormDefinition(
      title: "New method", verb: "create", notes: ["It is served after the next deployment."],
      entries: [
        FormEntry(
          "restApiId", "API", .choice(apis), .chosen([api]), help: "Left and right choose."),
        FormEntry(
          "path", "Path", .text(limitCharacters: 1_600), .text(path(of: ref, in: state)),
          help: "From the root, for example /pets/{petId}; parts that lack are made."),
      ] + entries(of: FieldCatalog.method, ["httpMethod": "GET", "apiKeyRequired": "true"])
        + backendEntries(MethodForm()),
      expecting: [:],
      command: { values in
        let backend: MethodBackend =
          values.text("type") == IntegrationType.mock.rawValue
          ? .mock(
            status: Int(values.text("statusCode")) ?? 200,
            body: values.text("responseTemplates"))
          : .proxy(url: values.text("uri"))
        return .settingUpMethod(
          values.text("httpMethod"), at: values.text("path"), of: values.text("restApiId"),
          requiresKey: values.isOn("apiKeyRequired"), backend: backend)
      },
      label: { "created \($0.text("httpMethod")) \($0.text("path")), not yet deployed" },
      then: { subjects, values in
        showFirst(subjects.filter { if case .method = $0 { true } else { false } }, values)
      })
  }

  /// Changes a method and its backend.
  static func methodEdit(
    _ api: RestApiID, _ resource: ResourceID, _ verb: String, in state: GatewayState
  ) -> FormDefinition? {
    guard let method = state.apis[api]?.methods[resource]?[verb] else { return nil }
    let name = "\(verb) \(Words.path(api, resource, in: state))"
    let form = MethodForm(api: api, resource: resource, method: method)
    let texts = [
      "apiKeyRequired": String(method.apiKeyRequired), "operationName": method.operationName ?? "",
    ]
    return FormDefinition(
      title: "Method \(name)", notes: ["Changes are served after the next deployment."],
      entries: entries(of: FieldCatalog.method.filter { $0.name != "httpMethod" }, texts)
        + (form.isEditable
          ? backendEntries(form)
          : [.fact("Backend", "\(form.type), which is changed from the command line")]),
      expecting: revisions([.method(api, resource, httpMethod: verb)], in: state),
      command: { values in
        let patch =
          values.replacement(of: "apiKeyRequired", at: "/apiKeyRequired")
          + values.replacement(of: "operationName", at: "/operationName")
        let update = Command.updateMethod(
          Command.UpdateMethod(
            restApiId: api, resourceId: resource, httpMethod: verb, patchOperations: patch))
        return joined(
          (patch.isEmpty ? [] : [update])
            + (form.isEditable ? form.backendCommands(values) : []))
      },
      label: { _ in "changed \(name), not yet deployed" },
      remake: { methodEdit(api, resource, verb, in: $0) })
  }

  private static func entries(
    of specs: [FieldSpec], _ texts: [String: String]
  ) -> [FormEntry] {
    FormEntry.entries(specs.filter { $0.name != "operationName" || texts[$0.name] != nil }, texts)
  }

  private static func backendEntries(_ form: MethodForm) -> [FormEntry] {
    let texts = [
      "type": form.type, "statusCode": form.status, "responseTemplates": form.body,
      "uri": form.uri,
    ]
    let mock = IntegrationType.mock.rawValue
    let belongToMock: Set<String> = ["statusCode", "responseTemplates"]
    return FieldCatalog.integration.compactMap { spec in
      guard let text = texts[spec.name] else { return nil }
      return FormEntry(spec, text, options: spec.name == "type" ? backends : nil) { values in
        spec.name == "type" || belongToMock.contains(spec.name) == (values.text("type") == mock)
      }
    }
  }

  private static func path(of ref: EntityRef?, in state: GatewayState) -> String {
    switch ref {
    case .resource(let api, let id), .method(let api, let id, _): Words.path(api, id, in: state)
    default: "/"
    }
  }
}
