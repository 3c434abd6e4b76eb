/// The paths of UpdateDomainName.
///
/// Source: API Gateway REST API reference, "Patch operations", DomainName; Terraform AWS provider,
/// `domain_name`, for an empty trust store that takes mutual TLS away.
enum DomainNamePatch {
  static let rules: [PatchRule<DomainName>] = texts + words + others

  private static let texts: [PatchRule<DomainName>] = [
    PatchRule("/certificateName", .replace) { $0.certificateName = $1.text },
    PatchRule("/certificateArn", .replace) { $0.certificateArn = $1.text },
    PatchRule("/regionalCertificateName", .replace) { $0.regionalCertificateName = $1.text },
    PatchRule("/regionalCertificateArn", .replace) { $0.regionalCertificateArn = $1.text },
    PatchRule("/ownershipVerificationCertificateArn", .replace) {
      $0.ownershipVerificationCertificateArn = $1.text
    },
    PatchRule("/policy", .replace) { $0.policy = $1.text },
    PatchRule("/managementPolicy", .replace) { $0.managementPolicy = $1.text },
  ]

  private static let words: [PatchRule<DomainName>] = [
    word("/securityPolicy", DomainName.securityPolicies) { $0.securityPolicy = $1 },
    word("/endpointAccessMode", DomainName.accessModes, mayBeEmpty: true) {
      $0.endpointAccessMode = $1.nonEmpty
    },
    word("/routingMode", DomainName.routingModes) { $0.routingMode = $1 },
    word("/endpointConfiguration/types/{type}", EndpointRules.types) { domain, type in
      domain.endpointConfiguration.types = [type]
      if type == "PRIVATE" {
        domain.endpointConfiguration.ipAddressType = EndpointRules.privateIpAddressType
      }
    },
    word("/endpointConfiguration/ipAddressType", EndpointRules.ipAddressTypes) {
      $0.endpointConfiguration.ipAddressType = $1
    },
  ]

  private static let others: [PatchRule<DomainName>] = [
    PatchRule("/mutualTlsAuthentication/truststoreUri", .replace) { domain, step in
      guard let uri = step.text else { return domain.mutualTlsAuthentication = nil }
      var store = domain.mutualTlsAuthentication ?? MutualTlsAuthentication()
      store.truststoreUri = uri
      domain.mutualTlsAuthentication = store
    },
    PatchRule("/mutualTlsAuthentication/truststoreVersion", .replace) { domain, step in
      var store = domain.mutualTlsAuthentication ?? MutualTlsAuthentication()
      store.truststoreVersion = step.text
      domain.mutualTlsAuthentication = store == MutualTlsAuthentication() ? nil : store
    },
  ]

  /// A member that takes one of some words, or none as that of an API does.
  private static func word(
    _ path: String, _ permitted: [String], mayBeEmpty: Bool = false,
    set: @escaping @Sendable (inout DomainName, String) -> Void
  ) -> PatchRule<DomainName> {
    PatchRule(path, .replace) { (domain, step) throws(CommandError) in
      guard let word = step.value, permitted.contains(word) || (mayBeEmpty && word.isEmpty) else {
        throw CommandError(
          .badRequest,
          "Invalid value specified for \(step.field): \(step.value ?? "null")", field: step.field,
          remedy: "Use one of \(permitted.joined(separator: ", ")).")
      }
      set(&domain, word)
    }
  }
}
