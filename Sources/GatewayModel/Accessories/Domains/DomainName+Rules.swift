extension DomainName: WorkspaceAccessory {
  static var shelf: WritableKeyPath<GatewayState, [String: DomainName]> { \.domainNames }

  /// Domain names a workspace can have.
  ///
  /// Source: API Gateway developer guide, "Quotas for configuring and running a REST API".
  static let maximumCount = 120
  /// The ways of routing, in the order of the service model.
  static let routingModes = [
    "BASE_PATH_MAPPING_ONLY", "ROUTING_RULE_ONLY", "ROUTING_RULE_THEN_BASE_PATH_MAPPING",
  ]
  /// The TLS policies, in the order of the service model.
  static let securityPolicies = [
    "TLS_1_0", "TLS_1_2", "SecurityPolicy_TLS13_1_3_2025_09",
    "SecurityPolicy_TLS13_1_3_FIPS_2025_09", "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
    "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09", "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09",
    "SecurityPolicy_TLS13_1_2_PQ_2025_09", "SecurityPolicy_TLS13_1_2_2021_06",
    "SecurityPolicy_TLS13_2025_EDGE", "SecurityPolicy_TLS12_PFS_2025_EDGE",
    "SecurityPolicy_TLS12_2018_EDGE",
  ]
  /// Characters of the id of a private domain.
  static let idLength = 10
  /// The access modes, in the order of the service model.
  static let accessModes = ["BASIC", "STRICT"]

  static var rules: AccessoryRules<DomainName> {
    AccessoryRules(
      unknown: "Invalid domain name identifier specified", field: "domainName",
      patch: DomainNamePatch.rules, awsNames: { awsNames(of: $0.key) },
      check: { (domain, _, _) throws(CommandError) in
        try EndpointRules.check(domain.endpointConfiguration)
        try RestApiRules.check(policy: domain.policy)
        try RestApiRules.check(policy: domain.managementPolicy)
        let store = domain.mutualTlsAuthentication
        guard store?.truststoreUri.map({ $0.hasPrefix("s3://") }) ?? true else {
          throw CommandError(
            .badRequest, "Invalid truststoreUri specified", field: "mutualTlsAuthentication",
            remedy: "Use an address such as s3://bucket/authorities.pem.")
        }
      },
      referrer: { ref, state in
        (state.mappings(of: ref.key).first.map { "base path mapping: \($0.key)" })
          ?? state.associations(of: ref.key).first.map { "access association: \($0.key)" }
      },
      blocker: { ref, state in
        state.associations(of: ref.key).first.map { "access association: \($0.key)" }
      },
      parts: { domain, state in
        state.mappings(of: domain.key).map {
          .accessory(AccessoryRef(BasePathMapping.self, $0.key))
        }
      })
  }

  /// The address a new domain's DNS entry points to, in the form API Gateway gives.
  static func target(of endpointType: String?, _ identifiers: any IdentifierSource) -> String? {
    switch endpointType {
    case "EDGE": "d\(identifiers.identifier(length: 13)).cloudfront.net"
    case "REGIONAL":
      "d-\(identifiers.identifier(length: 10)).execute-api."
        + "\(ResourceArn.defaultRegion).amazonaws.com"
    default: nil
    }
  }

  /// The options that name a domain by its key.
  static func awsNames(of key: String) -> [AWSArgument] {
    let (name, id) = parts(of: key)
    return [.text("domain-name", name), .text("domain-name-id", id)]
  }

  /// Refuses no name, and what is no name of a host.
  static func check(domainName: String) throws(CommandError) {
    guard !domainName.isEmpty else {
      throw CommandError(
        .badRequest, "No Domain Name specified", field: "domainName",
        remedy: "Use a name such as api.example.com.")
    }
    let labels = domainName.split(separator: ".", omittingEmptySubsequences: false)
    let isHost =
      labels.count > 1 && domainName.utf8.count <= 253
      && labels.enumerated().allSatisfy { index, label in
        (index == 0 && label == "*")
          || (!label.isEmpty && label.utf8.count <= 63
            && label.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") })
      }
    guard isHost else {
      throw CommandError(
        .badRequest, "Invalid domain name specified", field: "domainName",
        remedy: "Use a name such as api.example.com or *.example.com.")
    }
  }
}

extension GatewayState {
  /// The mappings of a domain, by base path.
  public func mappings(of domain: String) -> [BasePathMapping] {
    basePathMappings.values.filter { $0.domainName == domain }.sorted { $0.basePath < $1.basePath }
  }

  /// The access associations of a private domain, by ARN.
  func associations(of domain: String) -> [DomainNameAccessAssociation] {
    domainNameAccessAssociations.values.filter { $0.domainNameArn.hasSuffix("/\(domain)") }
      .sorted { $0.key < $1.key }
  }
}
