extension EntityKind {
  /// The type of the entities of this kind, if they are accessories.
  public var accessoryType: (any Accessory.Type)? { ruledType }

  /// The same with its rules.
  var ruledType: (any RuledAccessory.Type)? {
    switch self {
    case .authorizer: Authorizer.self
    case .documentationPart: DocumentationPart.self
    case .documentationVersion: DocumentationVersion.self
    case .clientCertificate: ClientCertificate.self
    case .domainName: DomainName.self
    case .domainNameAccessAssociation: DomainNameAccessAssociation.self
    case .basePathMapping: BasePathMapping.self
    case .vpcLink: VpcLink.self
    case .account, .apiKey, .usagePlan, .usagePlanKey, .usageAdjustment, .restApi, .resource,
      .method, .deployment, .stage, .gatewayResponse, .model, .requestValidator:
      nil
    }
  }

  /// The kinds that are accessories, those of the workspace in an order in which each comes after what
  /// it refers to.
  public static let accessories = allCases.filter { $0.accessoryType != nil }
}
