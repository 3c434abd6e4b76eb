import GatewayModel
import Testing

/// Semantics §4.3: APIs and resources.
@Suite struct ApiSectionTests {
  @Test(arguments: apis + resources)
  func refuses(_ row: SectionRow) throws { try row.check() }

  private static func update(_ message: String, _ operation: PatchOperation) -> SectionRow {
    SectionRow("patch", .badRequest, message) {
      .updateRestApi(.init(restApiId: $0.api, patchOperations: [operation]))
    }
  }

  static let apis = [
    SectionRow(
      "unknown API", .notFound, "Invalid API identifier specified 000000000000:nope"
    ) { _ in .updateRestApi(.init(restApiId: "nope", patchOperations: [])) },
    SectionRow(
      "ids are case-sensitive", .notFound,
      "Invalid API identifier specified 000000000000:NOPE"
    ) { _ in .deleteRestApi(.init(restApiId: "NOPE")) },
    SectionRow(
      "unknown API", .notFound, "Invalid API identifier specified 000000000000:nope"
    ) { _ in .putRestApi(.init(restApiId: "nope", definition: ApiDefinition())) },
    SectionRow("description", .badRequest, "Description cannot be an empty string") { _ in
      .createRestApi(.init(name: "n", description: ""))
    },
    SectionRow(
      "minimumCompressionSize", .badRequest,
      "Invalid minimum compression size, must be between 0 and 10485760"
    ) { _ in .createRestApi(.init(name: "n", minimumCompressionSize: -1)) },
    SectionRow(
      "endpoint types", .badRequest, "Cannot create an api with multiple Endpoint Types."
    ) { _ in
      .createRestApi(.init(name: "n", endpointConfiguration: .init(types: ["EDGE", "REGIONAL"])))
    },
    SectionRow(
      "ipAddressType", .badRequest, "Only dualstack ipAddressType is supported for Private APIs."
    ) { _ in
      .createRestApi(
        .init(
          name: "n", endpointConfiguration: .init(types: ["PRIVATE"], ipAddressType: "ipv4")))
    },
    update(
      "Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE",
      .replace("/endpointConfiguration/types/0", "wrong")),
    update(
      "ipAddressType must be either ipv4 or dualstack.",
      .replace("/endpointConfiguration/ipAddressType", "wrong")),
    update(
      "Invalid patch operation specified. Must be one of: [replace]",
      .add("/minimumCompressionSize", "1")),
    update(
      "Invalid patch operation specified. Must be 'add'|'remove'|'replace'",
      .remove("/endpointConfiguration/types/0")),
    update("Invalid patch path /binaryMediaTypes", .add("/binaryMediaTypes", "image/png")),
  ]

  static let resources = [
    SectionRow("unknown parent", .notFound, "Invalid Resource identifier specified") {
      .createResource(.init(restApiId: $0.api, parentId: "nope", pathPart: "a"))
    },
    SectionRow(
      "duplicate pathPart", .conflict,
      "Another resource with the same parent already has this name: test"
    ) { .createResource(.init(restApiId: $0.api, parentId: "/", pathPart: "test")) },
    SectionRow(
      "pathPart charset", .badRequest,
      "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly "
        + "braces at the beginning and the end."
    ) { .createResource(.init(restApiId: $0.api, parentId: "/", pathPart: "a b")) },
    SectionRow(
      "pathPart charset", .badRequest,
      "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly "
        + "braces at the beginning and the end."
    ) { .ensureResourcePath(.init(restApiId: $0.api, path: "/a b")) },
    SectionRow("reparent", .badRequest, "Root resource cannot update its pathPart.") {
      .updateResource(
        .init(
          restApiId: $0.api, resourceId: "/", patchOperations: [.replace("/pathPart", "a")]))
    },
    SectionRow("reparent", .badRequest, "Resources cannot be cyclical.") { section in
      let id = section.bench.apiState.resource(path: "/test")?.id ?? ""
      return .updateResource(
        .init(
          restApiId: section.api, resourceId: id, patchOperations: [.replace("/parentId", id)]))
    },
    SectionRow(
      "patch path", .badRequest,
      "Invalid patch path  '/x' specified for op 'replace'. Must be one of: [/parentId, /pathPart]"
    ) {
      .updateResource(
        .init(restApiId: $0.api, resourceId: "/test", patchOperations: [.replace("/x", "y")]))
    },
    SectionRow("unknown resource", .notFound, "Invalid Resource identifier specified") {
      .deleteResource(.init(restApiId: $0.api, resourceId: "nope"))
    },
  ]
}
