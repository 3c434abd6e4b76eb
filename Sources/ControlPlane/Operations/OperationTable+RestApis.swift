import GatewayModel
import HTTPServer

extension OperationTable {
  /// APIs and their resources.
  static let restApis: [OperationSpec] = [
    OperationSpec(
      "CreateRestApi", .post, "/restapis",
      body: .members([
        .text("name", isRequired: true), .text("description"), .text("version"),
        .text("cloneFrom"), .texts("binaryMediaTypes"), .integer("minimumCompressionSize"),
        .text("apiKeySource"),
        .structure(
          "endpointConfiguration",
          [.texts("types"), .text("ipAddressType"), .texts("vpcEndpointIds")]),
        .text("policy"), .textMap("tags"), .boolean("disableExecuteApiEndpoint"),
        .text("securityPolicy"), .text("endpointAccessMode"),
      ]), status: 201,
      .write(Command.createRestApi) { (outcome) throws(CommandError) in
        try outcome.restApi().wire(.created)
      }),
    OperationSpec(
      "GetRestApi", .get, "/restapis/{restApiId}",
      .json { (request, store) throws(CommandError) in
        try store.state.existingApi(request["restApiId"]).api.wire(.single)
      }),
    OperationSpec(
      "GetRestApis", .get, "/restapis", query: InputMember.paging,
      .json { (request, store) throws(CommandError) in
        try PageRequest(request, list: "restapis").answer(
          store.state.listedRestApis, key: { [$0.createdDate.sortText, $0.id] },
          print: { $0.wire(.listed) })
      }),
    OperationSpec(
      "UpdateRestApi", .patch, "/restapis/{restApiId}", body: .members([.patchOperations]),
      .write(Command.updateRestApi) { (outcome) throws(CommandError) in
        try outcome.restApi().wire(.single)
      }),
    OperationSpec(
      "DeleteRestApi", .delete, "/restapis/{restApiId}", status: 202,
      .write(Command.deleteRestApi)),
    OperationSpec(
      "CreateResource", .post, "/restapis/{restApiId}/resources/{parentId}",
      body: .members([.text("pathPart", isRequired: true)]), status: 201,
      .write(Command.createResource) { (outcome) throws(CommandError) in
        try outcome.resource()
      }),
    OperationSpec(
      "GetResource", .get, "/restapis/{restApiId}/resources/{resourceId}",
      query: [.texts("embed")],
      .json { (request, store) throws(CommandError) in
        let api = request["restApiId"]
        let resource = try store.state.existingResource(request["resourceId"], of: api)
        return store.state.print(resource, of: api, for: request)
      }),
    OperationSpec(
      "GetResources", .get, "/restapis/{restApiId}/resources",
      query: InputMember.paging + [.texts("embed")],
      .json { (request, store) throws(CommandError) in
        let api = request["restApiId"]
        return try PageRequest(request, list: "restapis/\(api)/resources").answer(
          store.state.existingApi(api).listedResources, key: { [$0.path, $0.id] },
          print: { store.state.print($0, of: api, for: request) })
      }),
    OperationSpec(
      "UpdateResource", .patch, "/restapis/{restApiId}/resources/{resourceId}",
      body: .members([.patchOperations]),
      .write(Command.updateResource) { (outcome) throws(CommandError) in
        try outcome.resource()
      }),
    OperationSpec(
      "DeleteResource", .delete, "/restapis/{restApiId}/resources/{resourceId}", status: 202,
      .write(Command.deleteResource)),
  ]
}

extension WriteOutcome {
  fileprivate func restApi() throws(CommandError) -> RestApi {
    try subject { if case .restApi(let api) = $0 { api } else { nil } }
  }

  fileprivate func resource() throws(CommandError) -> JSONValue {
    let resource = try subject { if case .resource(_, let resource) = $0 { resource } else { nil } }
    return store.state.print(resource, of: request["restApiId"], for: request)
  }
}

extension GatewayState {
  /// A resource with its verbs, whole if the request embeds methods.
  fileprivate func print(
    _ resource: Resource, of api: RestApiID, for request: OperationRequest
  ) -> JSONValue {
    resource.wire(
      methods: apis[api]?.methods[resource.id] ?? [:],
      embedsMethods: request.texts("embed").contains("methods"))
  }
}
