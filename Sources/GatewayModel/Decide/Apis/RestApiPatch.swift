/// The paths of UpdateRestApi.
///
/// Source: API Gateway REST API reference, "Patch operations", RestApi; recorded answers for the texts.
enum RestApiPatch {
  static let table = PatchTable<RestApi>(
    input: "updateRestApiInput", refusal: .namesPath,
    rules: ownMembers + mediaTypes + endpoint)

  private static let ownMembers: [PatchRule<RestApi>] = [
    PatchRule("/name", .replace) { (api, step) throws(CommandError) in
      try RestApiRules.check(name: step.value)
      api.name = step.value ?? ""
    },
    PatchRule("/description", .add, .replace, .remove) { api, step in
      api.description = step.op == .remove ? nil : step.text
    },
    PatchRule("/policy", .replace) { (api, step) throws(CommandError) in
      try RestApiRules.check(policy: step.value)
      api.policy = step.text
    },
    PatchRule("/apiKeySource", .replace) { (api, step) throws(CommandError) in
      guard let source = step.value.flatMap(ApiKeySource.init) else {
        throw CommandError(
          .badRequest, "Invalid ApiKeySource specified. Valid options are HEADER,AUTHORIZER",
          field: "apiKeySource", remedy: "Use HEADER or AUTHORIZER.")
      }
      api.apiKeySource = source
    },
    PatchRule("/disableExecuteApiEndpoint", .replace) { api, step in
      api.disableExecuteApiEndpoint = step.boolean
    },
    PatchRule("/securityPolicy", .replace) { api, step in api.securityPolicy = step.text },
    PatchRule("/endpointAccessMode", .replace) { (api, step) throws(CommandError) in
      guard step.text == nil || step.text == "BASIC" || step.text == "STRICT" else {
        throw CommandError(
          .badRequest, "Invalid EndpointAccessMode specified. Valid options are BASIC,STRICT",
          field: "endpointAccessMode", remedy: "Use BASIC or STRICT.")
      }
      api.endpointAccessMode = step.text
    },
    PatchRule("/minimumCompressionSize", .replace) { (api, step) throws(CommandError) in
      let size = step.text.flatMap { Int($0) }
      if step.text != nil { try RestApiRules.check(minimumCompressionSize: size) }
      api.minimumCompressionSize = size
    },
  ]

  /// The type stands in the path: a value sent with `add` is ignored, and a replaced type goes to the
  /// end of the list.
  private static let mediaTypes: [PatchRule<RestApi>] = [
    PatchRule("/binaryMediaTypes/{mediaType}", .add, .replace, .remove) { api, step in
      let type = step.captures[0]
      let added = step.op == .replace ? step.text ?? type : type
      let wasThere = api.binaryMediaTypes.contains(type)
      if step.op == .add, wasThere { return }
      api.binaryMediaTypes.removeAll { $0 == type }
      guard step.op != .remove, !api.binaryMediaTypes.contains(added) else { return }
      api.binaryMediaTypes.append(added)
    }
  ]

  private static let endpoint: [PatchRule<RestApi>] = [
    PatchRule(
      "/endpointConfiguration/types/{type}", .replace,
      wrongOp: .own("Invalid patch operation specified. Must be 'add'|'remove'|'replace'")
    ) { (api, step) throws(CommandError) in
      guard let type = step.value, EndpointRules.types.contains(type) else {
        throw CommandError(
          .badRequest, "Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE",
          field: "endpointConfiguration.types", remedy: "Use REGIONAL, EDGE or PRIVATE.")
      }
      api.endpointConfiguration.types = [type]
      if type == "PRIVATE" {
        api.endpointConfiguration.ipAddressType = EndpointRules.privateIpAddressType
      }
    },
    PatchRule("/endpointConfiguration/ipAddressType", .replace) {
      (api, step) throws(CommandError) in
      guard let type = step.value, EndpointRules.ipAddressTypes.contains(type) else {
        throw CommandError(
          .badRequest, "ipAddressType must be either ipv4 or dualstack.",
          field: "endpointConfiguration.ipAddressType", remedy: "Use ipv4 or dualstack.")
      }
      api.endpointConfiguration.ipAddressType = type
    },
    PatchRule("/endpointConfiguration/vpcEndpointIds", .add, .remove) { api, step in
      guard let id = step.text else { return }
      var ids = api.endpointConfiguration.vpcEndpointIds ?? []
      ids.removeAll { $0 == id }
      if step.op == .add { ids.append(id) }
      api.endpointConfiguration.vpcEndpointIds = ids.nonEmpty
    },
  ]
}
