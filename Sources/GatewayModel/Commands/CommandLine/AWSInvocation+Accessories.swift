extension AccessoryRef {
  /// The options that name it on the AWS CLI.
  var awsNames: [AWSArgument] {
    func names<Value: RuledAccessory>(_ type: Value.Type) -> [AWSArgument] {
      type.rules.awsNames(self)
    }
    return kind.ruledType.map { names($0) } ?? []
  }
}

extension Command.UpdateAccessory: AWSInvocation {
  var awsArguments: [AWSArgument] { ref.awsNames + [.patch(patchOperations)] }
}

extension Command.DeleteAccessory: AWSInvocation {
  var awsArguments: [AWSArgument] { ref.awsNames }
}

extension Command.CreateAuthorizer: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .text("name", name), .text("type", type),
      .list("provider-arns", providerARNs), .text("auth-type", authType),
      .text("authorizer-uri", authorizerUri),
      .text("authorizer-credentials", authorizerCredentials),
      .text("identity-source", identitySource),
      .text("identity-validation-expression", identityValidationExpression),
      .integer("authorizer-result-ttl-in-seconds", authorizerResultTtlInSeconds),
    ]
  }
}

extension Command.CreateDocumentationPart: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .json("location", location.wire),
      .text("properties", properties),
    ]
  }
}

extension Command.ImportDocumentationParts: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .text("mode", mode),
      .flag("fail-on-warnings", failOnWarnings), .file("body", at: "fileb:///dev/stdin"),
    ]
  }
}

extension Command.CreateDocumentationVersion: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .text("documentation-version", documentationVersion),
      .text("stage-name", stageName), .text("description", description),
    ]
  }
}

extension Command.GenerateClientCertificate: AWSInvocation {
  var awsArguments: [AWSArgument] { [.text("description", description), .map("tags", tags)] }
}

extension Command.CreateDomainName: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("domain-name", domainName), .text("certificate-name", certificateName),
      .text("certificate-arn", certificateArn),
      .text("regional-certificate-name", regionalCertificateName),
      .text("regional-certificate-arn", regionalCertificateArn),
      .json("endpoint-configuration", endpointConfiguration?.wire), .map("tags", tags),
      .text("security-policy", securityPolicy),
      .text("endpoint-access-mode", endpointAccessMode),
      .json("mutual-tls-authentication", mutualTlsAuthentication?.wire),
      .text("ownership-verification-certificate-arn", ownershipVerificationCertificateArn),
      .text("policy", policy), .text("routing-mode", routingMode),
    ]
  }
}

extension Command.CreateDomainNameAccessAssociation: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("domain-name-arn", domainNameArn),
      .text("access-association-source-type", accessAssociationSourceType),
      .text("access-association-source", accessAssociationSource), .map("tags", tags),
    ]
  }
}

extension Command.RejectDomainNameAccessAssociation: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("domain-name-access-association-arn", domainNameAccessAssociationArn),
      .text("domain-name-arn", domainNameArn),
    ]
  }
}

extension Command.CreateBasePathMapping: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("domain-name", domainName), .text("domain-name-id", domainNameId),
      .text("base-path", basePath), .text("rest-api-id", restApiId), .text("stage", stage),
    ]
  }
}

extension Command.CreateVpcLink: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("name", name), .text("description", description), .list("target-arns", targetArns),
      .map("tags", tags),
    ]
  }
}
