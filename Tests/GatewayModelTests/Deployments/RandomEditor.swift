import GatewayModel

/// Makes random edits of an API through commands, from a seed; refused ones change nothing.
struct RandomEditor {
  private(set) var bench: ApiWorkbench
  /// Edits that were done.
  private(set) var done = 0
  private let random: SeededIdentifiers

  init(seed: UInt64) throws {
    bench = try ApiWorkbench(seed: seed)
    random = SeededIdentifiers(seed: seed &* 31)
    for path in ["/a", "/a/b", "/{proxy+}"] { try bench.mock("GET", path) }
    for name in ["one", "two"] {
      try bench.run(.createRequestValidator(.init(restApiId: bench.api, name: name)))
      try bench.run(
        .createModel(
          .init(
            restApiId: bench.api, name: name, schema: "{}", contentType: "application/json")))
    }
  }

  /// Decides one random command; a refusal must leave the state as it was.
  mutating func edit() throws {
    let command = command()
    let before = bench.state
    guard bench.refusal(of: command) == nil else { return }
    try bench.run(command)
    if bench.state.apis != before.apis { done += 1 }
  }

  private func pick<Element>(_ elements: [Element]) -> Element {
    let text = random.identifier(length: 8).utf8.reduce(into: 0) { $0 = ($0 &* 37) &+ Int($1) }
    return elements[abs(text) % elements.count]
  }

  private func command() -> Command {
    let api = bench.api
    let path = pick(["/a", "/a/b", "/{proxy+}", "/c/{id}"])
    let verb = pick(["GET", "POST", "ANY"])
    let flag = pick(["true", "false"])
    let validator = pick(bench.apiState.requestValidators.keys.sorted() + [""])
    let model = pick(["one", "two"])
    switch pick(Array(0..<13)) {
    case 0: return .ensureResourcePath(.init(restApiId: api, path: path))
    case 1:
      return .batch(
        .init(commands: [
          .ensureResourcePath(.init(restApiId: api, path: path)),
          .putMethod(.init(restApiId: api, resourceId: path, httpMethod: verb)),
          .putIntegration(
            .init(restApiId: api, resourceId: path, httpMethod: verb, type: "MOCK")),
        ]))
    case 2: return .deleteMethod(.init(restApiId: api, resourceId: path, httpMethod: verb))
    case 3: return .deleteResource(.init(restApiId: api, resourceId: path))
    case 4:
      return .updateRequestValidator(
        .init(
          restApiId: api, requestValidatorId: validator,
          patchOperations: [
            .replace(pick(["/validateRequestBody", "/validateRequestParameters"]), flag)
          ]))
    case 5:
      return .updateModel(
        .init(
          restApiId: api, modelName: model,
          patchOperations: [.replace(pick(["/schema", "/description"]), pick(["{}", "{ }"]))]))
    case 6:
      return .putGatewayResponse(
        .init(
          restApiId: api, responseType: pick(["THROTTLED", "DEFAULT_4XX", "DEFAULT_5XX"]),
          statusCode: pick([nil, "429", "430"])))
    case 7:
      return .deleteGatewayResponse(
        .init(
          restApiId: api, responseType: pick(["THROTTLED", "DEFAULT_4XX", "DEFAULT_5XX"])))
    case 8:
      return .updateRestApi(
        .init(
          restApiId: api,
          patchOperations: [
            pick([
              .add("/binaryMediaTypes/a~1b", ""), .remove("/binaryMediaTypes/a~1b"),
              .replace("/apiKeySource", pick(["HEADER", "AUTHORIZER"])),
              .replace("/name", pick(["x", "y"])), .replace("/policy", pick(["", "{}"])),
            ])
          ]))
    case 9:
      return .putMethodResponse(
        .init(restApiId: api, resourceId: path, httpMethod: verb, statusCode: "200"))
    case 10:
      return .updateMethodResponse(
        .init(
          restApiId: api, resourceId: path, httpMethod: verb, statusCode: "200",
          patchOperations: [.add("/responseModels/a~1b", model)]))
    case 11:
      return .updateIntegration(
        .init(
          restApiId: api, resourceId: path, httpMethod: verb,
          patchOperations: [
            pick([
              .replace("/timeoutInMillis", pick(["50", "100"])),
              .replace("/cacheNamespace", pick(["x", "y"])),
              .add("/requestTemplates/a~1b", pick(["{}", "{ }"])),
              .add("/cacheKeyParameters/p", ""),
            ])
          ]))
    default:
      return .updateMethod(
        .init(
          restApiId: api, resourceId: path, httpMethod: verb,
          patchOperations: [
            pick([
              .replace("/apiKeyRequired", flag), .replace("/operationName", pick(["x", ""])),
              .replace("/requestValidatorId", validator),
              .add("/requestModels/a~1b", model), .remove("/requestModels/a~1b"),
              .add("/requestParameters/method.request.header.h", flag),
              .remove("/requestParameters/method.request.header.h"),
            ])
          ]))
    }
  }
}
