import GatewayModel
import Testing

/// The AWS CLI lines of the accessories' commands.
@Suite struct AccessoryCommandLineTests {
  private static let rows: [(command: Command, line: String)] = [
    (
      .createAuthorizer(AccessoryBench.token("a")),
      "create-authorizer --rest-api-id a --name token --type TOKEN --authorizer-uri "
        + "\(AccessoryBench.uri) --identity-source method.request.header.Authorization"
    ),
    (
      .updateAccessory(
        .init(
          AccessoryRef(Authorizer.self, "t", of: "a"), patchOperations: [.replace("/name", "n")])),
      "update-authorizer --rest-api-id a --authorizer-id t "
        + "--patch-operations op=replace,path=/name,value=n"
    ),
    (
      .deleteAccessory(.init(AccessoryRef(DocumentationPart.self, "p", of: "a"))),
      "delete-documentation-part --rest-api-id a --documentation-part-id p"
    ),
    (
      .deleteAccessory(.init(AccessoryRef(DocumentationVersion.self, "v1", of: "a"))),
      "delete-documentation-version --rest-api-id a --documentation-version v1"
    ),
    (
      .deleteAccessory(.init(AccessoryRef(ClientCertificate.self, "c"))),
      "delete-client-certificate --client-certificate-id c"
    ),
    (
      .deleteAccessory(.init(AccessoryRef(DomainName.self, "in.b+i"))),
      "delete-domain-name --domain-name in.b --domain-name-id i"
    ),
    (
      .deleteAccessory(.init(AccessoryRef(BasePathMapping.self, "a.b/(none)"))),
      "delete-base-path-mapping --domain-name a.b --base-path '(none)'"
    ),
    (
      .deleteAccessory(.init(AccessoryRef(DomainNameAccessAssociation.self, "arn:x"))),
      "delete-domain-name-access-association --domain-name-access-association-arn arn:x"
    ),
    (
      .deleteAccessory(.init(AccessoryRef(VpcLink.self, "l"))), "delete-vpc-link --vpc-link-id l"
    ),
    (
      .createDocumentationPart(
        .init(restApiId: "a", location: .init(type: "API"), properties: "{}")),
      #"create-documentation-part --rest-api-id a --location '{"type":"API"}' --properties '{}'"#
    ),
    (
      .importDocumentationParts(.init(restApiId: "a", mode: "merge", body: "{}")),
      "import-documentation-parts --rest-api-id a --mode merge --body fileb:///dev/stdin"
    ),
    (
      .createDocumentationVersion(
        .init(restApiId: "a", documentationVersion: "v", stageName: "s")),
      "create-documentation-version --rest-api-id a --documentation-version v --stage-name s"
    ),
    (
      .generateClientCertificate(.init(description: "d")),
      "generate-client-certificate --description d"
    ),
    (
      .createDomainName(
        .init(
          domainName: "a.b", endpointConfiguration: .init(types: ["REGIONAL"]),
          securityPolicy: "TLS_1_2")),
      #"create-domain-name --domain-name a.b --endpoint-configuration '{"types":["REGIONAL"]}' "#
        + "--security-policy TLS_1_2"
    ),
    (
      .createBasePathMapping(.init(domainName: "a.b", basePath: "v", restApiId: "r", stage: "s")),
      "create-base-path-mapping --domain-name a.b --base-path v --rest-api-id r --stage s"
    ),
    (
      .createDomainNameAccessAssociation(
        .init(domainNameArn: "arn:d", accessAssociationSource: "vpce-1")),
      "create-domain-name-access-association --domain-name-arn arn:d "
        + "--access-association-source-type VPCE --access-association-source vpce-1"
    ),
    (
      .rejectDomainNameAccessAssociation(
        .init(domainNameAccessAssociationArn: "arn:x", domainNameArn: "arn:d")),
      "reject-domain-name-access-association --domain-name-access-association-arn arn:x "
        + "--domain-name-arn arn:d"
    ),
    (
      .createVpcLink(.init(name: "n", targetArns: ["arn:t"], tags: ["a": "b"])),
      "create-vpc-link --name n --target-arns arn:t --tags a=b"
    ),
  ]

  @Test(arguments: rows.indices)
  func writesTheLine(index: Int) {
    let row = Self.rows[index]
    #expect(row.command.awsCommandLine == "aws apigateway \(row.line)")
  }
}
