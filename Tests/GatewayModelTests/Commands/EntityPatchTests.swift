import Testing

@testable import GatewayModel

/// A change that patch operations made is taken back by the operations that are found for it.
@Suite struct EntityPatchTests {
  /// What is changed, and how.
  struct Row: Sendable, CustomTestStringConvertible {
    let ref: @Sendable (AccessoryBench) -> EntityRef
    let operations: [PatchOperation]

    init(
      _ ref: @escaping @Sendable (AccessoryBench) -> EntityRef, _ operations: PatchOperation...
    ) {
      self.ref = ref
      self.operations = operations
    }

    var testDescription: String {
      operations.map { "\($0.op) \($0.path ?? "")" }.joined(separator: ", ")
    }
  }

  private static let api: @Sendable (AccessoryBench) -> EntityRef = { .restApi($0.api) }
  private static let stage: @Sendable (AccessoryBench) -> EntityRef = {
    .stage(ApiStageID(apiId: $0.api, stage: "prod"))
  }

  private static func accessory(
    _ place: Int
  ) -> @Sendable (AccessoryBench) -> EntityRef { { .accessory($0.refs[place]) } }

  static let rows = [
    Row(accessory(0), .replace("/name", "n"), .replace("/authorizerResultTtlInSeconds", "0")),
    Row(accessory(0), .replace("/identityValidationExpression", "x"), .add("/providerARNs", "p")),
    Row(accessory(1), .replace("/properties", "{}")),
    Row(accessory(2), .replace("/description", "d")),
    Row(accessory(3), .replace("/description", "")),
    Row(accessory(4), .replace("/securityPolicy", "TLS_1_0"), .replace("/policy", "{}")),
    Row(accessory(4), .replace("/endpointAccessMode", "STRICT")),
    Row(accessory(4), .replace("/routingMode", "ROUTING_RULE_ONLY")),
    Row(accessory(4), .replace("/regionalCertificateArn", ""), .replace("/certificateArn", "a")),
    Row(accessory(4), .replace("/managementPolicy", "{}")),
    Row(accessory(4), .replace("/ownershipVerificationCertificateArn", "a")),
    Row(
      accessory(4), .replace("/endpointConfiguration/types/REGIONAL", "EDGE"),
      .replace("/endpointConfiguration/ipAddressType", "dualstack")),
    Row(
      accessory(4), .replace("/mutualTlsAuthentication/truststoreUri", "s3://b/k"),
      .replace("/mutualTlsAuthentication/truststoreVersion", "1")),
    Row(accessory(6), .replace("/stage", "")),
    Row(accessory(7), .replace("/name", "n"), .replace("/description", "d")),
    Row(api, .replace("/name", "n"), .replace("/description", "d"), .replace("/policy", "{}")),
    Row(api, .replace("/apiKeySource", "AUTHORIZER"), .replace("/minimumCompressionSize", "9")),
    Row(api, .replace("/disableExecuteApiEndpoint", "true"), .add("/binaryMediaTypes/a~1b", "")),
    Row(api, .replace("/securityPolicy", "TLS_1_2"), .replace("/endpointAccessMode", "BASIC")),
    Row(
      api, .replace("/endpointConfiguration/types/EDGE", "PRIVATE"),
      .add("/endpointConfiguration/vpcEndpointIds", "vpce-1")),
    Row(stage, .replace("/description", "d"), .replace("/variables/a", "b")),
    Row(stage, .replace("/documentationVersion", "v1"), .replace("/tracingEnabled", "true")),
    Row(
      stage, .replace("/*/*/throttling/burstLimit", "7"),
      .replace("/~1test/GET/metrics/enabled", "true")),
    Row(
      stage, .replace("/accessLogSettings/format", "$context.requestId"),
      .replace("/accessLogSettings/destinationArn", "arn:aws:logs:us-east-1:0:log-group:a")),
  ]

  @Test(arguments: rows)
  func takesBack(_ row: Row) throws {
    var rig = try AccessoryBench()
    let ref = row.ref(rig)
    let before = try #require(rig.bench.state.entity(ref))
    let change = try #require(AWSScriptWriter.update(ref, row.operations))
    try #require(try !rig.bench.run(change).events.isEmpty)
    let after = try #require(rig.bench.state.entity(ref))
    for (old, new) in [(after, before), (before, after)] {
      let operations = EntityPatch.operations(from: old, to: new)
      try rig.bench.run(try #require(AWSScriptWriter.update(ref, operations)))
      let found = try #require(rig.bench.state.entity(ref))
      #expect(Self.undated(found) == Self.undated(new), "\(operations)")
    }
  }

  /// The entity as if it had never been changed at any time.
  private static func undated(_ entity: Entity) -> Entity {
    guard case .stage(let api, var stage) = entity else { return entity }
    stage.lastUpdatedDate = stage.createdDate
    return .stage(api, stage)
  }
}
