import GatewayModel

extension RandomEntities {
  mutating func accessory(_ kind: EntityKind) -> any Accessory {
    switch kind {
    case .authorizer: authorizer()
    case .documentationPart: documentationPart()
    case .documentationVersion:
      DocumentationVersion(
        version: text(), description: maybe { $0.text() }, createdDate: time(),
        parts: list { $0.documentationPart() })
    case .clientCertificate:
      ClientCertificate(
        clientCertificateId: text(), description: maybe { $0.text() },
        pemEncodedCertificate: text(), createdDate: time(), expirationDate: time(),
        tags: map { $0.text() })
    case .domainName: domainName()
    case .domainNameAccessAssociation:
      DomainNameAccessAssociation(
        domainNameArn: text(), accessAssociationSource: text(), tags: map { $0.text() })
    case .basePathMapping:
      BasePathMapping(
        domainName: text(), basePath: text(), restApiId: text(), stage: maybe { $0.text() })
    default:
      VpcLink(
        id: text(), name: text(), description: maybe { $0.text() },
        targetArns: list { $0.text() }, tags: map { $0.text() })
    }
  }

  mutating func authorizer() -> Authorizer {
    Authorizer(
      id: text(), name: text(), type: text(), providerARNs: maybe { $0.list { $0.text() } },
      authType: maybe { $0.text() }, authorizerUri: maybe { $0.text() },
      authorizerCredentials: maybe { $0.text() }, identitySource: maybe { $0.text() },
      identityValidationExpression: maybe { $0.text() },
      authorizerResultTtlInSeconds: maybe { $0.number(0...3_600) })
  }

  mutating func documentationPart() -> DocumentationPart {
    DocumentationPart(
      id: text(),
      location: DocumentationPartLocation(
        type: text(), path: maybe { $0.text() }, method: maybe { $0.text() },
        statusCode: maybe { $0.text() }, name: maybe { $0.text() }),
      properties: text())
  }

  private mutating func domainName() -> DomainName {
    var domain = DomainName(
      domainName: text(), domainNameId: maybe { $0.text() },
      endpointConfiguration: EndpointConfiguration(types: list { $0.text() }),
      target: maybe { $0.text() }, securityPolicy: maybe { $0.text() }, routingMode: text(),
      tags: map { $0.text() })
    domain.certificateName = maybe { $0.text() }
    domain.certificateArn = maybe { $0.text() }
    domain.certificateUploadDate = maybe { $0.time() }
    domain.regionalCertificateName = maybe { $0.text() }
    domain.regionalCertificateArn = maybe { $0.text() }
    domain.ownershipVerificationCertificateArn = maybe { $0.text() }
    domain.endpointAccessMode = maybe { $0.text() }
    domain.mutualTlsAuthentication = maybe {
      MutualTlsAuthentication(
        truststoreUri: $0.text(), truststoreVersion: $0.maybe { $0.text() })
    }
    domain.policy = maybe { $0.text() }
    domain.managementPolicy = maybe { $0.text() }
    return domain
  }
}
