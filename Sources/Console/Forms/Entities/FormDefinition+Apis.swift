import GatewayModel

extension FormDefinition {
  /// Makes an API.
  static func apiCreation() -> FormDefinition {
    FormDefinition(
      title: "New API", verb: "create",
      entries: FormEntry.entries(
        FieldCatalog.restApi, ["apiKeySource": ApiKeySource.header.rawValue]), expecting: [:],
      command: { values in
        .createRestApi(
          Command.CreateRestApi(
            name: values.text("name"), description: values.optional("description"),
            minimumCompressionSize: values.optional("minimumCompressionSize").flatMap { Int($0) },
            apiKeySource: values.optional("apiKeySource"), tags: values.pairs("tags")))
      },
      label: { "created API \($0.text("name"))" },
      then: showFirst)
  }

  /// Changes an API itself.
  static func apiEdit(_ id: RestApiID, in state: GatewayState) -> FormDefinition? {
    guard let api = state.apis[id]?.api else { return nil }
    let texts = [
      "name": api.name, "description": api.description ?? "",
      "apiKeySource": api.apiKeySource.rawValue,
      "minimumCompressionSize": text(api.minimumCompressionSize), "tags": text(ofTags: api.tags),
    ]
    let ref = EntityRef.restApi(id)
    return FormDefinition(
      title: "API \(api.name)", entries: FormEntry.entries(FieldCatalog.restApi, texts),
      expecting: revisions([ref], in: state),
      command: { values in
        let patch = FieldCatalog.restApi.filter { $0.name != "tags" }.flatMap {
          values.replacement(of: $0.name, at: "/\($0.name)")
        }
        let update = Command.updateRestApi(
          Command.UpdateRestApi(restApiId: id, patchOperations: patch))
        return joined(
          (patch.isEmpty ? [] : [update])
            + tagging(ref, from: api.tags, to: values.pairs("tags") ?? [:]))
      },
      label: { _ in "changed API \(api.name)" },
      remake: { apiEdit(id, in: $0) })
  }
}
