extension Command {
  /// Makes a domain name.
  ///
  /// A certificate's body, chain and private key are not taken: nothing here ends TLS, and a secret that
  /// nothing uses is not kept.
  public struct CreateDomainName: Sendable, Hashable, Codable {
    /// For example `api.example.com`.
    public var domainName: String
    /// The certificate's name, of an edge or private domain.
    public var certificateName: String?
    /// The certificate's ARN, of an edge or private domain.
    public var certificateArn: String?
    /// The certificate's name, of a regional domain.
    public var regionalCertificateName: String?
    /// The certificate's ARN, of a regional domain.
    public var regionalCertificateArn: String?
    /// How it is reached; nil is `EDGE` over `ipv4`.
    public var endpointConfiguration: EndpointConfigurationInput?
    /// A TLS policy by name; nil is `TLS_1_2`.
    public var securityPolicy: String?
    /// `BASIC` or `STRICT`.
    public var endpointAccessMode: String?
    /// Which client certificates are trusted.
    public var mutualTlsAuthentication: MutualTlsAuthentication?
    /// Proves who owns the domain when mutual TLS uses an imported certificate.
    public var ownershipVerificationCertificateArn: String?
    /// Who may invoke a private domain, JSON text.
    public var policy: String?
    /// How requests are routed; nil is `BASE_PATH_MAPPING_ONLY`.
    public var routingMode: String?
    /// At most 50 tags.
    public var tags: [String: String]?

    /// The input of `CreateDomainName`.
    public init(
      domainName: String, certificateName: String? = nil, certificateArn: String? = nil,
      regionalCertificateName: String? = nil, regionalCertificateArn: String? = nil,
      endpointConfiguration: EndpointConfigurationInput? = nil, securityPolicy: String? = nil,
      endpointAccessMode: String? = nil,
      mutualTlsAuthentication: MutualTlsAuthentication? = nil,
      ownershipVerificationCertificateArn: String? = nil, policy: String? = nil,
      routingMode: String? = nil, tags: [String: String]? = nil
    ) {
      self.domainName = domainName
      self.certificateName = certificateName
      self.certificateArn = certificateArn
      self.regionalCertificateName = regionalCertificateName
      self.regionalCertificateArn = regionalCertificateArn
      self.endpointConfiguration = endpointConfiguration
      self.securityPolicy = securityPolicy
      self.endpointAccessMode = endpointAccessMode
      self.mutualTlsAuthentication = mutualTlsAuthentication
      self.ownershipVerificationCertificateArn = ownershipVerificationCertificateArn
      self.policy = policy
      self.routingMode = routingMode
      self.tags = tags
    }
  }

  /// Lets a VPC endpoint reach a private domain name.
  public struct CreateDomainNameAccessAssociation: Sendable, Hashable, Codable {
    /// The private domain's ARN.
    public var domainNameArn: String
    /// `VPCE`.
    public var accessAssociationSourceType: String
    /// The VPC endpoint, `vpce-…`.
    public var accessAssociationSource: String
    /// At most 50 tags.
    public var tags: [String: String]?

    /// The input of `CreateDomainNameAccessAssociation`.
    public init(
      domainNameArn: String, accessAssociationSourceType: String = "VPCE",
      accessAssociationSource: String, tags: [String: String]? = nil
    ) {
      self.domainNameArn = domainNameArn
      self.accessAssociationSourceType = accessAssociationSourceType
      self.accessAssociationSource = accessAssociationSource
      self.tags = tags
    }
  }

  /// Takes back, as the domain's owner, what lets a VPC endpoint reach it.
  public struct RejectDomainNameAccessAssociation: Sendable, Hashable, Codable {
    /// The association.
    public var domainNameAccessAssociationArn: String
    /// The domain it is about.
    public var domainNameArn: String

    /// The input of `RejectDomainNameAccessAssociation`.
    public init(domainNameAccessAssociationArn: String, domainNameArn: String) {
      self.domainNameAccessAssociationArn = domainNameAccessAssociationArn
      self.domainNameArn = domainNameArn
    }
  }

  /// Leads a base path of a domain to a stage.
  public struct CreateBasePathMapping: Sendable, Hashable, Codable {
    /// The domain.
    public var domainName: String
    /// Which, of private domains of that name.
    public var domainNameId: String?
    /// One segment; nil, empty and `(none)` are the bare domain.
    public var basePath: String?
    /// The API.
    public var restApiId: RestApiID
    /// The stage; nil or empty when callers name it behind the base path.
    public var stage: StageName?

    /// The input of `CreateBasePathMapping`.
    public init(
      domainName: String, domainNameId: String? = nil, basePath: String? = nil,
      restApiId: RestApiID, stage: StageName? = nil
    ) {
      self.domainName = domainName
      self.domainNameId = domainNameId
      self.basePath = basePath
      self.restApiId = restApiId
      self.stage = stage
    }
  }
}
