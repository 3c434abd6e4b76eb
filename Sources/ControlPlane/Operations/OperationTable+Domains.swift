import GatewayModel
import HTTPServer

extension OperationTable {
  private static let associationPath = "/domainnameaccessassociations"
  private static let mappingPath = "/domainnames/{domainName}/basepathmappings"

  /// Domain names, their base paths and who may reach private ones.
  static let domains: [OperationSpec] =
    [createDomain, createMapping, createAssociation, rejectAssociation]
    + AccessoryOperations<DomainName>(
      collection: "/domainnames", item: "{domainName}", itemQuery: [.text("domainNameId")],
      listQuery: [.text("resourceOwner")], key: domainKey, rows: { own($0, $1) }
    ).specs
    + AccessoryOperations<BasePathMapping>(
      collection: mappingPath, item: "{basePath}", itemQuery: [.text("domainNameId")],
      listQuery: [.text("domainNameId")],
      key: { BasePathMapping.key(of: domainKey($0), $0["basePath"]) },
      rows: { (request, state) throws(CommandError) in
        let domain = try state.existing(DomainName.self, domainKey(request))
        return state.mappings(of: domain.key)
      }
    ).specs
    + AccessoryOperations<DomainNameAccessAssociation>(
      collection: associationPath, item: "{domainNameAccessAssociationArn+}",
      listQuery: [.text("resourceOwner")], isMutable: false, isGettable: false,
      key: { $0["domainNameAccessAssociationArn"] }, rows: { own($0, $1) }
    ).specs

  private static let createDomain = OperationSpec(
    "CreateDomainName", .post, "/domainnames",
    body: .members([
      .text("domainName", isRequired: true), .text("certificateName"), .text("certificateBody"),
      .text("certificatePrivateKey"), .text("certificateChain"), .text("certificateArn"),
      .text("regionalCertificateName"), .text("regionalCertificateArn"),
      .structure(
        "endpointConfiguration",
        [.texts("types"), .text("ipAddressType"), .texts("vpcEndpointIds")]),
      .textMap("tags"), .text("securityPolicy"), .text("endpointAccessMode"),
      .structure(
        "mutualTlsAuthentication", [.text("truststoreUri"), .text("truststoreVersion")]),
      .text("ownershipVerificationCertificateArn"), .text("policy"), .text("routingMode"),
    ]), status: 201, .making(Command.createDomainName))

  private static let createMapping = OperationSpec(
    "CreateBasePathMapping", .post, PathTemplate(mappingPath), query: [.text("domainNameId")],
    body: .members([
      .text("basePath"), .text("restApiId", isRequired: true), .text("stage"),
    ]), status: 201, .making(Command.createBasePathMapping))

  private static let createAssociation = OperationSpec(
    "CreateDomainNameAccessAssociation", .post, PathTemplate(associationPath),
    body: .members([
      .text("domainNameArn", isRequired: true),
      .text("accessAssociationSourceType", isRequired: true),
      .text("accessAssociationSource", isRequired: true), .textMap("tags"),
    ]), status: 201, .making(Command.createDomainNameAccessAssociation))

  private static let rejectAssociation = OperationSpec(
    "RejectDomainNameAccessAssociation", .post, "/rejectdomainnameaccessassociations",
    query: [
      .text("domainNameAccessAssociationArn", isRequired: true),
      .text("domainNameArn", isRequired: true),
    ], status: 202, .write(Command.rejectDomainNameAccessAssociation))

  /// The domain a request names: a private one also by its id.
  private static let domainKey: @Sendable (OperationRequest) -> String = { request in
    DomainName.key(request["domainName"], request.text("domainNameId"))
  }

  /// The rows of a list that may ask for what others share: nothing is shared with a workspace.
  private static func own<Value: Accessory>(
    _ request: OperationRequest, _ state: GatewayState
  ) -> [Value] {
    request["resourceOwner"] == "OTHER_ACCOUNTS" ? [] : state.listed(Value.self)
  }
}
