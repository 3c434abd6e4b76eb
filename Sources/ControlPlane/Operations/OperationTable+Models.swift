import GatewayModel
import HTTPServer

extension OperationTable {
  private static let modelPath = "/restapis/{restApiId}/models/{modelName}"
  private static let validatorPath =
    "/restapis/{restApiId}/requestvalidators/{requestValidatorId}"
  private static let responsePath = "/restapis/{restApiId}/gatewayresponses/{responseType}"

  /// Models and request validators.
  static let models: [OperationSpec] = [
    OperationSpec(
      "CreateModel", .post, "/restapis/{restApiId}/models",
      body: .members([
        .text("name", isRequired: true), .text("description"), .text("schema"),
        .text("contentType", isRequired: true),
      ]), status: 201,
      .write(Command.createModel) { (outcome) throws(CommandError) in try outcome.model().wire }),
    OperationSpec(
      "GetModel", .get, PathTemplate(modelPath), query: [.boolean("flatten")],
      .json { (request, store) throws(CommandError) in
        var model = try store.state.existingModel(request["modelName"], of: request["restApiId"])
        if request.flag("flatten"), let api = store.state.apis[request["restApiId"]] {
          model.schema = ModelSchema(of: api).flattened(model)
        }
        return model.wire
      }),
    OperationSpec(
      "GetModels", .get, "/restapis/{restApiId}/models", query: InputMember.paging,
      .json { (request, store) throws(CommandError) in
        let api = request["restApiId"]
        return try PageRequest(request, list: "restapis/\(api)/models").answer(
          store.state.existingApi(api).listedModels, key: { [$0.name] }, print: { $0.wire })
      }),
    OperationSpec(
      "GetModelTemplate", .get, PathTemplate(modelPath + "/default_template"),
      .json { (request, store) throws(CommandError) in
        let model = try store.state.existingModel(request["modelName"], of: request["restApiId"])
        let api = try store.state.existingApi(request["restApiId"])
        return ["value": .string(ModelSchema(of: api).sampleTemplate(model))]
      }),
    OperationSpec(
      "UpdateModel", .patch, PathTemplate(modelPath), body: .members([.patchOperations]),
      .write(Command.updateModel) { (outcome) throws(CommandError) in try outcome.model().wire }),
    OperationSpec(
      "DeleteModel", .delete, PathTemplate(modelPath), status: 202, .write(Command.deleteModel)),
    OperationSpec(
      "CreateRequestValidator", .post, "/restapis/{restApiId}/requestvalidators",
      body: .members([
        .text("name"), .boolean("validateRequestBody"), .boolean("validateRequestParameters"),
      ]), status: 201,
      .write(Command.createRequestValidator) { (outcome) throws(CommandError) in
        try outcome.validator().wire
      }),
    OperationSpec(
      "GetRequestValidator", .get, PathTemplate(validatorPath),
      .json { (request, store) throws(CommandError) in
        try store.state.existingValidator(
          request["requestValidatorId"], of: request["restApiId"]
        ).wire
      }),
    OperationSpec(
      "GetRequestValidators", .get, "/restapis/{restApiId}/requestvalidators",
      query: InputMember.paging,
      .json { (request, store) throws(CommandError) in
        let api = request["restApiId"]
        return try PageRequest(request, list: "restapis/\(api)/requestvalidators").answer(
          store.state.existingApi(api).listedRequestValidators, key: { [$0.id] },
          print: { $0.wire })
      }),
    OperationSpec(
      "UpdateRequestValidator", .patch, PathTemplate(validatorPath),
      body: .members([.patchOperations]),
      .write(Command.updateRequestValidator) { (outcome) throws(CommandError) in
        try outcome.validator().wire
      }),
    OperationSpec(
      "DeleteRequestValidator", .delete, PathTemplate(validatorPath), status: 202,
      .write(Command.deleteRequestValidator)),
  ]

  /// What the gateway itself answers.
  static let gatewayResponses: [OperationSpec] = [
    OperationSpec(
      "PutGatewayResponse", .put, PathTemplate(responsePath),
      body: .members([
        .text("statusCode"), .textMap("responseParameters"), .textMap("responseTemplates"),
      ]), status: 201,
      .write(Command.putGatewayResponse) { (outcome) throws(CommandError) in
        try outcome.gatewayResponse()
      }),
    OperationSpec(
      "GetGatewayResponse", .get, PathTemplate(responsePath),
      .json { (request, store) throws(CommandError) in
        try store.state.effectiveGatewayResponse(
          request["responseType"], of: request["restApiId"]
        ).wire
      }),
    OperationSpec(
      "GetGatewayResponses", .get, "/restapis/{restApiId}/gatewayresponses",
      query: InputMember.paging,
      .json { (request, store) throws(CommandError) in
        let api = request["restApiId"]
        return try PageRequest(
          request, list: "restapis/\(api)/gatewayresponses",
          defaultRows: GatewayResponseType.allCases.count
        ).answer(
          store.state.existingApi(api).listedGatewayResponses,
          key: { [$0.responseType.rawValue] }, print: { $0.wire })
      }),
    OperationSpec(
      "UpdateGatewayResponse", .patch, PathTemplate(responsePath),
      body: .members([.patchOperations]),
      .write(Command.updateGatewayResponse) { (outcome) throws(CommandError) in
        try outcome.gatewayResponse()
      }),
    OperationSpec(
      "DeleteGatewayResponse", .delete, PathTemplate(responsePath), status: 202,
      .write(Command.deleteGatewayResponse)),
  ]
}

extension WriteOutcome {
  fileprivate func model() throws(CommandError) -> Model {
    try subject { if case .model(_, let model) = $0 { model } else { nil } }
  }

  fileprivate func validator() throws(CommandError) -> RequestValidator {
    try subject { if case .requestValidator(_, let validator) = $0 { validator } else { nil } }
  }

  fileprivate func gatewayResponse() throws(CommandError) -> JSONValue {
    try store.state.effectiveGatewayResponse(
      request["responseType"], of: request["restApiId"]
    ).wire
  }
}
