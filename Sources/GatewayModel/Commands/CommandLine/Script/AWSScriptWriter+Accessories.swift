extension AWSScriptWriter {
  /// Adds the lines that make an accessory.
  mutating func create(_ accessory: AnyAccessory) {
    let api = accessory.apiId ?? ""
    switch accessory.value {
    case let authorizer as Authorizer: create(authorizer, of: api)
    case let part as DocumentationPart:
      line(
        .createDocumentationPart(
          Command.CreateDocumentationPart(
            restApiId: api, location: part.location, properties: part.properties)),
        making: (part.id, "part"))
    case let version as DocumentationVersion:
      remark("A documentation version is of the documentation as it is when the line runs.")
      line(
        .createDocumentationVersion(
          Command.CreateDocumentationVersion(
            restApiId: api, documentationVersion: version.version,
            description: version.description)))
    case let certificate as ClientCertificate:
      remark("The certificate is a new one: the old one's key is nowhere kept.")
      line(
        .generateClientCertificate(
          Command.GenerateClientCertificate(
            description: certificate.description, tags: certificate.tags.nonEmpty)),
        making: (certificate.clientCertificateId, "certificate"), at: "clientCertificateId")
    case let link as VpcLink:
      line(
        .createVpcLink(
          Command.CreateVpcLink(
            name: link.name, description: link.description, targetArns: link.targetArns,
            tags: link.tags.nonEmpty)), making: (link.id, "link"))
    default: createPublicName(accessory)
    }
  }

  private mutating func createPublicName(_ accessory: AnyAccessory) {
    switch accessory.value {
    case let domain as DomainName: create(domain)
    case let mapping as BasePathMapping:
      let (name, id) = DomainName.parts(of: mapping.domainName)
      line(
        .createBasePathMapping(
          Command.CreateBasePathMapping(
            domainName: name, domainNameId: id,
            basePath: mapping.basePath, restApiId: mapping.restApiId, stage: mapping.stage)))
    case let association as DomainNameAccessAssociation:
      line(
        .createDomainNameAccessAssociation(
          Command.CreateDomainNameAccessAssociation(
            domainNameArn: association.domainNameArn,
            accessAssociationSourceType: association.accessAssociationSourceType,
            accessAssociationSource: association.accessAssociationSource,
            tags: association.tags.nonEmpty)))
    default: remark("No line is written for \(EntityRef.accessory(accessory.ref).shortName).")
    }
  }

  private mutating func create(_ authorizer: Authorizer, of api: RestApiID) {
    line(
      .createAuthorizer(
        Command.CreateAuthorizer(
          restApiId: api, name: authorizer.name, type: authorizer.type,
          providerARNs: authorizer.providerARNs, authType: authorizer.authType,
          authorizerUri: authorizer.authorizerUri,
          authorizerCredentials: authorizer.authorizerCredentials,
          identitySource: authorizer.identitySource,
          identityValidationExpression: authorizer.identityValidationExpression,
          authorizerResultTtlInSeconds: authorizer.authorizerResultTtlInSeconds)),
      making: (authorizer.id, "authorizer"))
  }

  private mutating func create(_ domain: DomainName) {
    let command = Command.createDomainName(
      Command.CreateDomainName(
        domainName: domain.domainName, certificateName: domain.certificateName,
        certificateArn: domain.certificateArn,
        regionalCertificateName: domain.regionalCertificateName,
        regionalCertificateArn: domain.regionalCertificateArn,
        endpointConfiguration: domain.endpointConfiguration.input,
        securityPolicy: domain.securityPolicy, endpointAccessMode: domain.endpointAccessMode,
        mutualTlsAuthentication: domain.mutualTlsAuthentication,
        ownershipVerificationCertificateArn: domain.ownershipVerificationCertificateArn,
        policy: domain.policy, routingMode: domain.routingMode, tags: domain.tags.nonEmpty))
    if let id = domain.domainNameId {
      line(command, making: (id, "domain"), at: "domainNameId")
    } else {
      line(command)
    }
    // No operation makes a domain name with it.
    var made = domain
    made.managementPolicy = nil
    change(.accessory(AnyAccessory(made)), to: .accessory(AnyAccessory(domain)))
  }
}

extension EndpointConfiguration {
  /// The same as it is given to an operation; nil for what a new entity has anyway.
  var input: EndpointConfigurationInput? {
    self == EndpointConfiguration()
      ? nil
      : EndpointConfigurationInput(
        types: types, ipAddressType: ipAddressType, vpcEndpointIds: vpcEndpointIds)
  }
}
