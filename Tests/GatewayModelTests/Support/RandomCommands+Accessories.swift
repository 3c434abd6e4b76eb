import GatewayModel
import TestSupport

extension RandomCommands {
  /// A command about authorizers, documentation, certificates, domains or links.
  mutating func accessory(_ state: GatewayState) -> Command {
    let api = random.pick(state.apis.keys)
    let owner: RestApiID? = random.chance(50) ? api : nil
    let ref = state.accessories(of: owner).randomElement(using: &random)?.ref
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      guard let ref else { return create(state, api) }
      return .updateAccessory(.init(ref, patchOperations: [patch(of: ref, state)]))
    case 1:
      guard let ref else { return create(state, api) }
      return .deleteAccessory(.init(ref))
    case 2: return reference(state, api)
    default: return create(state, api)
    }
  }

  /// Something that refers to an accessory, so that references are made and broken.
  private mutating func reference(_ state: GatewayState, _ api: RestApiID) -> Command {
    let parts = state.apis[api]
    let operation =
      random.chance(50)
      ? PatchOperation.replace(
        "/documentationVersion", random.pick(parts?.documentationVersions.keys.sorted() ?? []))
      : .replace("/clientCertificateId", random.pick(state.clientCertificates.keys))
    guard random.chance(50) else {
      return .updateStage(
        .init(
          restApiId: api, stageName: random.pick(parts?.stages.keys.sorted() ?? []),
          patchOperations: [operation]))
    }
    return .updateMethod(
      .init(
        restApiId: api, resourceId: random.pick(parts?.methods.keys.sorted() ?? []),
        httpMethod: "GET",
        patchOperations: [
          .replace("/authorizationType", random.pick(["CUSTOM", "NONE"])),
          .replace("/authorizerId", random.pick(parts?.authorizers.keys.sorted() ?? [])),
        ]))
  }

  private mutating func patch(of ref: AccessoryRef, _ state: GatewayState) -> PatchOperation {
    switch ref.kind {
    case .authorizer: .replace("/name", random.pick(["token", "request", ""]))
    case .basePathMapping:
      random.chance(50)
        ? .replace("/basePath", random.pick(["", "v1", "v2"]))
        : .replace("/restapiId", random.pick(state.apis.keys))
    case .documentationPart: .replace("/properties", random.pick(["{}", #"{"a":1}"#, "x"]))
    default: .replace("/description", random.pick(["", "x", "y"]))
    }
  }

  private mutating func create(_ state: GatewayState, _ api: RestApiID) -> Command {
    switch Int.random(in: 0..<7, using: &random) {
    case 0:
      var input = AccessoryBench.token(api)
      input.name = random.pick(["token", "request"])
      return .createAuthorizer(input)
    case 1:
      return .createDocumentationPart(
        .init(
          restApiId: api, location: .init(type: "RESOURCE", path: random.pick(["/", "/pets"])),
          properties: "{}"))
    case 2:
      return .createDocumentationVersion(
        .init(
          restApiId: api, documentationVersion: random.pick(["v1", "v2"]),
          stageName: random.chance(30) ? "prod" : nil))
    case 3: return .generateClientCertificate(.init())
    case 4:
      return .createDomainName(.init(domainName: random.pick(["a.example.com", "b.example.com"])))
    case 5:
      return .createBasePathMapping(
        .init(
          domainName: random.pick(state.domainNames.keys), basePath: random.pick(["", "v1"]),
          restApiId: api,
          stage: random.pick(state.apis[api]?.stages.keys.sorted() ?? [])))
    default:
      return .createVpcLink(.init(name: "link", targetArns: [AccessoryBench.balancer]))
    }
  }
}
