import GatewayModel
import Testing

extension AWSLinesTests {
  /// Writes on client certificates, domain names, their mappings and who reaches private ones. No form
  /// of the console makes them: their lines are of what other surfaces did, and of taking it back.
  static let publicNames: [Write] =
    certificates + domain + mappings + privateDomain + associations + endpoint

  private static let certificates: [Write] = [
    (
      "make a certificate",
      { _ in
        .generateClientCertificate(
          Command.GenerateClientCertificate(
            description: "it's for backends", tags: ["team": "shop"]))
      }
    ),
    (
      "describe it",
      { state in
        .updateAccessory(
          Command.UpdateAccessory(
            try certificate(state), patchOperations: [.replace("/description", "ours")]))
      }
    ),
    ("take the description back", nil),
    (
      "show it to backends",
      { state in
        .updateStage(
          Command.UpdateStage(
            restApiId: try api(state), stageName: "prod",
            patchOperations: [.replace("/clientCertificateId", try certificate(state).key)]))
      }
    ),
    ("show it no longer", nil),
    (
      "tag it",
      { state in
        .tagResource(
          Command.TagResource(
            resourceArn: try arn(certificate(state)), tags: ["team": "web", "a b": "c,d=e"]))
      }
    ),
    (
      "delete the certificate",
      { state in .deleteAccessory(Command.DeleteAccessory(try certificate(state))) }
    ),
    ("bring the certificate back", nil),
  ]

  private static let domain: [Write] = [
    (
      "make a domain name",
      { _ in
        .createDomainName(
          Command.CreateDomainName(
            domainName: "api.example.com", regionalCertificateName: "cert",
            regionalCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/a",
            endpointConfiguration: EndpointConfigurationInput(types: ["REGIONAL"]),
            securityPolicy: "TLS_1_2",
            mutualTlsAuthentication: MutualTlsAuthentication(
              truststoreUri: "s3://bucket/trusted.pem", truststoreVersion: "7"),
            ownershipVerificationCertificateArn:
              "arn:aws:acm:us-east-1:123456789012:certificate/b", tags: ["team": "shop"]))
      }
    ),
    (
      "change it",
      { state in
        .updateAccessory(
          Command.UpdateAccessory(
            publicDomain,
            patchOperations: [
              .replace("/securityPolicy", "TLS_1_0"), .replace("/routingMode", "ROUTING_RULE_ONLY"),
              .replace("/endpointAccessMode", "STRICT"),
              .replace("/regionalCertificateName", "another"),
              .replace("/ownershipVerificationCertificateArn", ""),
              .replace("/mutualTlsAuthentication/truststoreUri", ""),
              .replace("/endpointConfiguration/types/REGIONAL", "EDGE"),
              .replace("/endpointConfiguration/ipAddressType", "dualstack"),
            ]))
      }
    ),
    ("change it back", nil),
    ("change it again", nil),
    (
      "tag it otherwise",
      { _ in
        .tagResource(Command.TagResource(resourceArn: try arn(publicDomain), tags: ["team": "web"]))
      }
    ),
    ("tag it as before", nil),
  ]

  private static let mappings: [Write] = [
    ("lead a path to the stage", { state in try leading("v1", of: "api.example.com", state) }),
    (
      "lead the bare name to the API",
      { state in
        .createBasePathMapping(
          Command.CreateBasePathMapping(
            domainName: "api.example.com", restApiId: try api(state)))
      }
    ),
    (
      "let callers name the stage",
      { _ in
        .updateAccessory(
          Command.UpdateAccessory(
            AccessoryRef(BasePathMapping.self, "api.example.com/v1"),
            patchOperations: [.replace("/stage", "")]))
      }
    ),
    ("name the stage again", nil),
    (
      "delete the bare name's",
      { _ in
        .deleteAccessory(
          Command.DeleteAccessory(AccessoryRef(BasePathMapping.self, "api.example.com/(none)")))
      }
    ),
    ("bring the bare name's back", nil),
    (
      "move the path",
      { _ in
        .updateAccessory(
          Command.UpdateAccessory(
            AccessoryRef(BasePathMapping.self, "api.example.com/v1"),
            patchOperations: [.replace("/basePath", "v2")]))
      }
    ),
    ("move the path back", nil),
    ("delete the domain name", { _ in .deleteAccessory(Command.DeleteAccessory(publicDomain)) }),
    ("bring the domain name back with what it led to", nil),
  ]

  private static let privateDomain: [Write] = [
    (
      "make a private domain name",
      { _ in
        .createDomainName(
          Command.CreateDomainName(
            domainName: "in.example.com",
            certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/c",
            endpointConfiguration: EndpointConfigurationInput(types: ["PRIVATE"]),
            policy: #"{"Version":"2012-10-17","Statement":[]}"#))
      }
    ),
    (
      "say who manages it",
      { state in
        .updateAccessory(
          Command.UpdateAccessory(
            AccessoryRef(DomainName.self, try privateName(state).key),
            patchOperations: [
              .replace("/managementPolicy", #"{"Version":"2012-10-17","Statement":[]}"#)
            ]))
      }
    ),
    ("say no longer who manages it", nil),
    ("say it again", nil),
    (
      "tag the private domain name",
      { state in
        .tagResource(
          Command.TagResource(
            resourceArn: try arn(AccessoryRef(DomainName.self, try privateName(state).key)),
            tags: ["inside": "yes"]))
      }
    ),
    (
      "lead a private path to the stage",
      { state in
        let domain = try privateName(state)
        return try leading("v1", of: domain.domainName, id: domain.domainNameId, state)
      }
    ),
    (
      "delete the private domain name",
      { state in
        .deleteAccessory(
          Command.DeleteAccessory(AccessoryRef(DomainName.self, try privateName(state).key)))
      }
    ),
    ("bring the private domain name back with what it led to", nil),
  ]

  private static let associations: [Write] = [
    (
      "let an endpoint reach it",
      { state in
        .createDomainNameAccessAssociation(
          Command.CreateDomainNameAccessAssociation(
            domainNameArn: try privateName(state).arn, accessAssociationSource: "vpce-1",
            tags: ["team": "shop"]))
      }
    ),
    (
      "tag the association",
      { state in
        .tagResource(
          Command.TagResource(resourceArn: try association(state).key, tags: ["team": "web"]))
      }
    ),
    ("tag the association as before", nil),
    (
      "let it reach it no longer",
      { state in
        .deleteAccessory(
          Command.DeleteAccessory(
            AccessoryRef(DomainNameAccessAssociation.self, try association(state).key)))
      }
    ),
    ("let it reach it again", nil),
    (
      "turn it away",
      { state in
        .rejectDomainNameAccessAssociation(
          Command.RejectDomainNameAccessAssociation(
            domainNameAccessAssociationArn: try association(state).key,
            domainNameArn: try privateName(state).arn))
      }
    ),
    ("turn it away no longer", nil),
  ]

  private static let endpoint: [Write] = [
    (
      "move the API to the region",
      { state in
        .updateRestApi(
          Command.UpdateRestApi(
            restApiId: try api(state),
            patchOperations: [
              .replace("/endpointConfiguration/types/EDGE", "REGIONAL"),
              .replace("/endpointConfiguration/ipAddressType", "dualstack"),
              .replace("/endpointAccessMode", "STRICT"),
              .replace("/securityPolicy", "SecurityPolicy_TLS13_1_3_2025_09"),
            ]))
      }
    ),
    ("move it back", nil),
    ("move it again", nil),
  ]

  // MARK: What they are about

  private static let publicDomain = AccessoryRef(DomainName.self, "api.example.com")

  private static func leading(
    _ path: String, of domain: String, id: String? = nil, _ state: GatewayState
  ) throws -> Command {
    .createBasePathMapping(
      Command.CreateBasePathMapping(
        domainName: domain, domainNameId: id, basePath: path, restApiId: try api(state),
        stage: "prod"))
  }

  private static func certificate(_ state: GatewayState) throws -> AccessoryRef {
    AccessoryRef(ClientCertificate.self, try #require(state.clientCertificates.keys.first))
  }

  private static func privateName(_ state: GatewayState) throws -> DomainName {
    try #require(state.domainNames.values.first { $0.domainNameId != nil })
  }

  private static func association(_ state: GatewayState) throws -> DomainNameAccessAssociation {
    try #require(state.domainNameAccessAssociations.values.first)
  }

  private static func arn(_ ref: AccessoryRef) throws -> String {
    try #require(ResourceArn(.accessory(ref))).text()
  }
}
