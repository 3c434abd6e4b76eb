import GatewayModel
import Testing

/// What the accessories' commands do.
@Suite struct AccessoryCommandTests {
  @Test func everyKindIsMadeAndBreaksNothing() throws {
    let rig = try AccessoryBench()
    #expect(rig.refs.map(\.kind) == EntityKind.accessories)
    for ref in rig.refs { #expect(rig.bench.state.accessory(ref)?.ref == ref) }
    #expect(Set(rig.refs.map(EntityRef.accessory)).isSubset(of: Set(rig.bench.state.allRefs)))
    try rig.bench.state.checkInvariants()
  }

  @Test func everyKindIsDeletedOnceNothingRefersToIt() throws {
    var rig = try AccessoryBench()
    for ref in rig.refs.reversed() {
      try rig.bench.run(.deleteAccessory(.init(ref)))
      #expect(rig.bench.state.accessory(ref) == nil)
      try rig.bench.state.checkInvariants()
    }
  }

  @Test func changesMembersByTheirPatchPaths() throws {
    var rig = try AccessoryBench()
    let rows: [(Int, PatchOperation, String, String?)] = [
      (0, .replace("/name", "n2"), "name", "n2"),
      (0, .replace("/authorizerResultTtlInSeconds", "0"), "authorizerResultTtlInSeconds", "0"),
      (0, .replace("/identityValidationExpression", "x.*"), "identityValidationExpression", "x.*"),
      (0, .add("/providerARNs", "p"), "providerARNs", #"["p"]"#),
      (0, .remove("/providerARNs", "p"), "providerARNs", nil),
      (1, .replace("/properties", #"{"c":1}"#), "properties", #"{"c":1}"#),
      (2, .replace("/description", "d"), "description", "d"),
      (3, .replace("/description", ""), "description", nil),
      (4, .replace("/securityPolicy", "TLS_1_0"), "securityPolicy", "TLS_1_0"),
      (4, .replace("/routingMode", "ROUTING_RULE_ONLY"), "routingMode", "ROUTING_RULE_ONLY"),
      (4, .replace("/regionalCertificateName", "c"), "regionalCertificateName", "c"),
      (
        4, .replace("/mutualTlsAuthentication/truststoreUri", "s3://b/k"),
        "mutualTlsAuthentication", #"{"truststoreUri":"s3://b/k"}"#
      ),
      (4, .replace("/mutualTlsAuthentication/truststoreUri", ""), "mutualTlsAuthentication", nil),
      (
        4, .replace("/endpointConfiguration/types/0", "EDGE"), "endpointConfiguration",
        #"{"ipAddressType":"ipv4","types":["EDGE"]}"#
      ),
      (6, .replace("/stage", ""), "stage", nil),
      (7, .replace("/name", "l2"), "name", "l2"),
      (7, .replace("/description", "d"), "description", "d"),
    ]
    for (place, operation, member, text) in rows {
      let command = Command.updateAccessory(
        .init(rig.refs[place], patchOperations: [operation]))
      #expect(try rig.bench.run(command).events.count == 1, "\(operation)")
      let members = try #require(rig.bench.state.accessory(rig.refs[place])).value.printedMembers
      #expect(members.first { $0.name == member }?.text == text, "\(operation)")
      #expect(try rig.bench.run(command).events.isEmpty || operation.op == "add", "\(operation)")
    }
  }

  @Test func aMappingMovesToAnotherBasePath() throws {
    var rig = try AccessoryBench()
    let moved = AccessoryRef(BasePathMapping.self, "api.example.com/(none)")
    let decision = try rig.bench.run(
      .updateAccessory(.init(rig.refs[6], patchOperations: [.replace("/basepath", "")])))
    #expect(decision.subjects == [.accessory(moved)])
    #expect(rig.bench.state.accessory(rig.refs[6]) == nil)
    #expect(rig.bench.state.mappings(of: "api.example.com").map(\.basePath) == ["(none)"])
    try rig.bench.run(
      .createBasePathMapping(
        .init(domainName: "api.example.com", basePath: "v1", restApiId: rig.api)))
    rig.bench.expect(
      .updateAccessory(.init(moved, patchOperations: [.replace("/basePath", "v1")])),
      refusedAs: .conflict, "Base path already exists for this domain name")
  }

  @Test func whatIsReferredToStays() throws {
    var rig = try AccessoryBench()
    let api = rig.api
    rig.bench.expect(
      .deleteStage(.init(restApiId: api, stageName: "prod")), refusedAs: .badRequest,
      "Deleting stage prod failed. Please remove all base path mappings related to the stage in "
        + "your domains: api.example.com")
    rig.bench.expect(
      .deleteRestApi(.init(restApiId: api)), refusedAs: .badRequest,
      "Deleting API \(api) failed. Please remove all base path mappings related to the API in your "
        + "domains: api.example.com")
    try rig.bench.run(
      .updateStage(
        .init(
          restApiId: api, stageName: "prod",
          patchOperations: [
            .replace("/documentationVersion", "v1"),
            .replace("/clientCertificateId", rig.certificate),
          ])))
    rig.bench.expect(
      .deleteAccessory(.init(rig.refs[2])), refusedAs: .conflict,
      "Cannot delete documentation version 'v1', is referenced in stage: prod")
    rig.bench.expect(
      .deleteAccessory(.init(rig.refs[3])), refusedAs: .conflict,
      "Cannot delete client certificate '\(rig.certificate)', is referenced in stage: "
        + "\(api):prod")
    rig.bench.expect(
      .deleteAccessory(.init(AccessoryRef(DomainName.self, rig.privateDomain))),
      refusedAs: .conflict,
      "Cannot delete domain name '\(rig.privateDomain)', is referenced in access association: "
        + rig.association)
    let resource = try rig.bench.path("/test")
    try rig.bench.run(
      .putIntegration(
        .init(
          restApiId: api, resourceId: resource, httpMethod: "GET", type: "HTTP_PROXY",
          integrationHttpMethod: "GET", uri: "http://a", connectionType: "VPC_LINK",
          connectionId: rig.link)))
    rig.bench.expect(
      .deleteAccessory(.init(rig.refs[7])), refusedAs: .badRequest,
      "Cannot delete vpc link. Vpc link '\(rig.link)', is referenced in [GET:\(resource):\(api)] in "
        + "format of [Method:Resource:Api].")
  }

  @Test func wholesTakeTheirPartsAlong() throws {
    var rig = try AccessoryBench()
    let domain = try rig.bench.run(.deleteAccessory(.init(rig.refs[4])))
    #expect(
      domain.events == [rig.refs[6], rig.refs[4]].map { .deleted(.accessory($0)) })
    try rig.bench.run(.deleteRestApi(.init(restApiId: rig.api)))
    for ref in rig.refs.prefix(3) { #expect(rig.bench.state.accessory(ref) == nil) }
    try rig.bench.state.checkInvariants()
  }

  @Test func aMethodAsksAnAuthorizerAndADeploymentFreezesIt() throws {
    var rig = try AccessoryBench()
    try rig.askAuthorizer()
    let id = try rig.bench.deploy()
    try rig.bench.run(
      .updateAccessory(.init(rig.refs[0], patchOperations: [.replace("/name", "later")])))
    let snapshot = try #require(rig.bench.apiState.deployments[id]).snapshot
    #expect(Set(snapshot.authorizers.map(\.name)) == ["token", "pool"])
    try rig.bench.run(
      .updateMethod(
        .init(
          restApiId: rig.api, resourceId: "/test", httpMethod: "GET",
          patchOperations: [.replace("/authorizationType", "NONE")])))
    #expect(rig.bench.method("GET", try rig.bench.path("/test"))?.authorizerId == nil)
    try rig.bench.run(.deleteAccessory(.init(rig.refs[0])))
  }

  @Test func anAuthorizerThatIsAskedIsAnUndeployedChange() throws {
    var rig = try AccessoryBench()
    try rig.askAuthorizer()
    try rig.bench.deploy("prod")
    try rig.bench.run(
      .updateAccessory(
        .init(
          rig.refs[0],
          patchOperations: [.replace("/identityValidationExpression", "x.*")])))
    try rig.bench.run(
      .updateAccessory(
        .init(
          AccessoryRef(Authorizer.self, rig.pool, of: rig.api),
          patchOperations: [.replace("/authType", "x")])))
    let diff = rig.bench.apiState.undeployedChanges(in: "prod")
    #expect(diff.authorizers.map(\.subject) == [.authorizer("token")])
    #expect(
      diff.authorizers.first?.fields
        == [FieldChange(field: "identityValidationExpression", before: nil, after: "x.*")])
    #expect(diff.ignored.map(\.subject) == [.authorizer("pool")])
    #expect(diff.summary == "1 authorizer")
  }

  @Test func aDocumentMakesItsAuthorizersAndMethodsAskThem() throws {
    var bench = try ApiWorkbench()
    var asked = DefinedAuthorizer(name: "token", type: "TOKEN")
    asked.authorizerUri = AccessoryBench.uri
    asked.identitySource = "method.request.header.Auth"
    var method = DefinedMethod(httpMethod: "GET")
    method.authorizationType = "CUSTOM"
    method.authorizer = "token"
    var definition = ApiDefinition()
    definition.name = "shop"
    definition.authorizers = [asked]
    definition.paths = [DefinedPath(path: "/pets", methods: [method])]
    for _ in 0..<2 {
      try bench.run(
        .putRestApi(.init(restApiId: bench.api, definition: definition, mode: "overwrite")))
      let made = try #require(bench.state.listed(Authorizer.self, of: bench.api).first)
      #expect(made.name == "token" && made.authorizerUri == AccessoryBench.uri)
      #expect(bench.method("GET", try bench.path("/pets"))?.authorizerId == made.id)
    }
    definition.authorizers = []
    definition.paths = []
    try bench.run(
      .putRestApi(.init(restApiId: bench.api, definition: definition, mode: "overwrite")))
    #expect(bench.state.listed(Authorizer.self, of: bench.api).isEmpty)
  }

  @Test func aCopyOfAnApiAsksItsOwnAuthorizers() throws {
    var rig = try AccessoryBench()
    try rig.askAuthorizer()
    let made = try rig.bench.run(.createRestApi(.init(name: "copy", cloneFrom: rig.api)))
    guard case .restApi(let copy) = made.subjects.first else {
      Issue.record("no API was made")
      return
    }
    let authorizers = rig.bench.state.listed(Authorizer.self, of: copy)
    #expect(authorizers.count == 2 && !authorizers.contains { $0.id == rig.authorizer })
    try rig.bench.state.checkInvariants()
  }

  @Test func versionsFreezeThePartsAndNameThemselvesToAStage() throws {
    var rig = try AccessoryBench()
    try rig.bench.run(
      .createDocumentationVersion(
        .init(restApiId: rig.api, documentationVersion: "v2", stageName: "prod")))
    #expect(rig.bench.stage("prod")?.documentationVersion == "v2")
    try rig.bench.run(.deleteAccessory(.init(rig.refs[1])))
    #expect(rig.bench.apiState.documentationVersions["v2"]?.parts.map(\.id) == [rig.part])
  }

  @Test func listsDocumentationByQuery() throws {
    var rig = try AccessoryBench()
    try rig.bench.run(
      .createDocumentationPart(
        .init(
          restApiId: rig.api, location: .init(type: "METHOD", path: "/test", method: "GET"),
          properties: "{}")))
    func types(_ query: DocumentationQuery) throws -> [String] {
      try rig.bench.state.documentationParts(of: rig.api, matching: query).map(\.location.label)
    }
    #expect(try types(.init(type: "API")) == ["API"])
    #expect(try types(.init(path: "/test")) == ["METHOD GET /test"])
    #expect(try types(.init(name: "x")).isEmpty)
    #expect(
      try types(.init(locationStatus: "UNDOCUMENTED")) == [
        "AUTHORIZER pool", "AUTHORIZER token", "METHOD GET /", "MODEL Empty", "MODEL Error",
        "RESOURCE /", "RESOURCE /test",
      ])
    #expect(throws: CommandError.self) { try types(.init(locationStatus: "x")) }
  }

  @Test func importsDocumentation() throws {
    var rig = try AccessoryBench()
    let body = #"""
      {"openapi":"3.0.1","x-amazon-apigateway-documentation":{"version":"1","documentationParts":[
      {"location":{"type":"API"},"properties":{"info":{"description":"new"}}},
      {"location":{"type":"METHOD","path":"/","method":"GET"},"properties":{"summary":"s"}},
      {"location":{"type":"NOPE"},"properties":{}}]}}
      """#
    let merged = try rig.bench.run(.importDocumentationParts(.init(restApiId: rig.api, body: body)))
    #expect(merged.subjects.count == 2)
    #expect(merged.warnings == ["Documentation part 3 is ignored: its location is not valid"])
    let parts = rig.bench.state.listed(DocumentationPart.self, of: rig.api)
    #expect(parts.count == 2)
    #expect(
      parts.first { $0.id == rig.part }?.properties == #"{"info":{"description":"new"}}"#)
    let one =
      #"{"documentationParts":[{"location":{"type":"RESOURCE","path":"/"},"properties":{}}]}"#
    try rig.bench.run(
      .importDocumentationParts(.init(restApiId: rig.api, mode: "overwrite", body: one)))
    #expect(
      rig.bench.state.listed(DocumentationPart.self, of: rig.api).map(\.location.type)
        == ["RESOURCE"])
  }

  @Test func importsEachPlaceOnceAndNoMoreThanAnApiCanHave() throws {
    var rig = try AccessoryBench()
    func document(_ names: [String]) -> String {
      let parts = names.enumerated().map { number, name in
        #"{"location":{"type":"MODEL","name":"\#(name)"},"properties":{"n":\#(number)}}"#
      }
      return #"{"documentationParts":[\#(parts.joined(separator: ","))]}"#
    }
    let limit = 2_000
    let most = document((1...limit).map { "m\($0)" })
    // With the part there is, one too many.
    rig.bench.expect(
      .importDocumentationParts(.init(restApiId: rig.api, body: most)),
      refusedAs: .limitExceeded,
      "Maximum number of documentation parts has been reached: \(limit)")
    try rig.bench.run(
      .importDocumentationParts(.init(restApiId: rig.api, mode: "overwrite", body: most)))
    #expect(rig.bench.apiState.documentationParts.count == limit)
    let twice = try rig.bench.run(
      .importDocumentationParts(.init(restApiId: rig.api, body: document(["m2", "m1", "m2"]))))
    #expect(twice.warnings == ["MODEL m2 is documented twice: the last one holds"])
    let parts = rig.bench.apiState.documentationParts
    #expect(parts.count == limit)
    #expect(
      twice.subjects.compactMap { ref -> String? in
        if case .accessory(let ref) = ref { parts[ref.key]?.properties } else { nil }
      } == [#"{"n":1}"#, #"{"n":2}"#])
  }

  @Test func rejectingTakesAnAssociationAway() throws {
    var rig = try AccessoryBench()
    let arn = rig.bench.state.domainNames[rig.privateDomain]?.arn ?? ""
    try rig.bench.run(
      .rejectDomainNameAccessAssociation(
        .init(domainNameAccessAssociationArn: rig.association, domainNameArn: arn)))
    #expect(rig.bench.state.domainNameAccessAssociations.isEmpty)
  }

  @Test func taggedKindsTakeTagsByTheirArn() throws {
    var rig = try AccessoryBench()
    let tagged = rig.refs.map(EntityRef.accessory).filter { ResourceArn($0) != nil }
    #expect(
      tagged.map(\.kind) == [
        .clientCertificate, .domainName, .domainNameAccessAssociation, .vpcLink,
      ])
    for ref in tagged {
      let arn = try #require(ResourceArn(ref)).text()
      #expect(try ResourceArn(arn).ref == ref)
      try rig.bench.run(.tagResource(.init(resourceArn: arn, tags: ["a": "1"])))
      #expect(try rig.bench.state.tags(of: ref) == ["a": "1"])
      try rig.bench.run(.untagResource(.init(resourceArn: arn, tagKeys: ["a"])))
      #expect(try rig.bench.state.tags(of: ref).isEmpty)
    }
  }

  @Test func noneCanBeMadeWithoutASourceOfCertificates() throws {
    var bench = Workbench()
    bench.makesCertificates = false
    #expect(bench.refusal(.generateClientCertificate(.init()))?.code == .notImplemented)
  }

  @Test func countsAreLimited() throws {
    var rig = try AccessoryBench()
    for number in 3...10 {
      var input = AccessoryBench.token(rig.api)
      input.name = "a\(number)"
      try rig.bench.run(.createAuthorizer(input))
    }
    var input = AccessoryBench.token(rig.api)
    input.name = "a11"
    rig.bench.expect(
      .createAuthorizer(input), refusedAs: .limitExceeded,
      "Maximum number of authorizers has been reached: 10")
  }
}
