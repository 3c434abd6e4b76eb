extension GatewayState {
  /// Makes a domain name: enumerations, name, endpoint, members, uniqueness, room.
  func decide(
    _ input: Command.CreateDomainName, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try checkEnumerations(of: input)
    try DomainName.check(domainName: input.domainName)
    let endpoint = try EndpointRules.configuration(from: input.endpointConfiguration)
    try TagRules.check(input.tags ?? [:])
    let isPrivate = endpoint.types == ["PRIVATE"]
    guard isPrivate || domainNames[input.domainName] == nil else {
      throw CommandError(
        .badRequest, "The domain name you provided already exists.", field: "domainName",
        remedy: "Change the domain name that is there, or use another.")
    }
    try checkRoom(for: DomainName.self, limit: DomainName.maximumCount)
    let id = isPrivate ? context.identifiers.identifier(length: DomainName.idLength) : nil
    return try storing(domain(from: input, id: id, endpoint, in: context))
  }

  private func checkEnumerations(of input: Command.CreateDomainName) throws(CommandError) {
    let name = "createDomainNameInput"
    var violations = ConstraintViolations()
    EndpointRules.check(input.endpointConfiguration, of: name, into: &violations)
    let words = [
      ("securityPolicy", input.securityPolicy, DomainName.securityPolicies),
      ("endpointAccessMode", input.endpointAccessMode, DomainName.accessModes),
      ("routingMode", input.routingMode, DomainName.routingModes),
    ]
    for (member, value, permitted) in words {
      violations.check(value, at: "\(name).\(member)", among: permitted, field: member)
    }
    try violations.throwIfAny()
  }

  private func domain(
    from input: Command.CreateDomainName, id: String?, _ endpoint: EndpointConfiguration,
    in context: DecisionContext
  ) -> DomainName {
    var domain = DomainName(
      domainName: input.domainName, domainNameId: id, endpointConfiguration: endpoint,
      target: DomainName.target(of: endpoint.types.first, context.identifiers),
      securityPolicy: input.securityPolicy ?? "TLS_1_2",
      routingMode: input.routingMode ?? DomainName.routingModes[0], tags: input.tags ?? [:])
    domain.certificateName = input.certificateName?.nonEmpty
    domain.certificateArn = input.certificateArn?.nonEmpty
    if domain.certificateName != nil || domain.certificateArn != nil {
      domain.certificateUploadDate = context.now
    }
    domain.regionalCertificateName = input.regionalCertificateName?.nonEmpty
    domain.regionalCertificateArn = input.regionalCertificateArn?.nonEmpty
    domain.ownershipVerificationCertificateArn =
      input.ownershipVerificationCertificateArn?.nonEmpty
    domain.endpointAccessMode = input.endpointAccessMode
    domain.mutualTlsAuthentication = input.mutualTlsAuthentication
    domain.policy = input.policy?.nonEmpty
    return domain
  }

  /// Leads a base path to a stage: what the mapping refers to, then uniqueness.
  func decide(
    _ input: Command.CreateBasePathMapping, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    try storing(
      BasePathMapping(
        domainName: DomainName.key(input.domainName, input.domainNameId),
        basePath: BasePathMapping.named(input.basePath), restApiId: input.restApiId,
        stage: input.stage?.nonEmpty))
  }

  /// Lets a VPC endpoint reach a private domain: type, domain, source, uniqueness.
  func decide(
    _ input: Command.CreateDomainNameAccessAssociation, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    var violations = ConstraintViolations()
    violations.check(
      input.accessAssociationSourceType,
      at: "createDomainNameAccessAssociationInput.accessAssociationSourceType", among: ["VPCE"],
      field: "accessAssociationSourceType")
    try violations.throwIfAny()
    try TagRules.check(input.tags ?? [:])
    return try storing(
      DomainNameAccessAssociation(
        domainNameArn: input.domainNameArn,
        accessAssociationSourceType: input.accessAssociationSourceType,
        accessAssociationSource: input.accessAssociationSource, tags: input.tags ?? [:]))
  }

  /// Takes an association back; it must be about the domain that is named.
  func decide(
    _ input: Command.RejectDomainNameAccessAssociation, in context: DecisionContext
  ) throws(CommandError) -> Decision {
    let association = try existing(
      DomainNameAccessAssociation.self, input.domainNameAccessAssociationArn)
    guard association.domainNameArn == input.domainNameArn else {
      throw CommandError(
        .badRequest, DomainName.rules.unknown, field: "domainNameArn",
        remedy: "The association is about \(association.domainNameArn).")
    }
    let ref = EntityRef.accessory(
      AccessoryRef(DomainNameAccessAssociation.self, association.key))
    return Decision(events: [.deleted(ref)], subjects: [ref])
  }
}
