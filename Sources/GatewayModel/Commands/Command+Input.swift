extension Command {
  /// The operation's input, for what is told apart by the kind of the input alone.
  var input: any Sendable {
    switch self {
    case .createApiKey(let input): input
    case .updateApiKey(let input): input
    case .deleteApiKey(let input): input
    case .importApiKeys(let input): input
    case .rotateApiKey(let input): input
    case .createUsagePlan(let input): input
    case .updateUsagePlan(let input): input
    case .deleteUsagePlan(let input): input
    case .createUsagePlanKey(let input): input
    case .deleteUsagePlanKey(let input): input
    case .updateUsage(let input): input
    case .createRestApi(let input): input
    case .updateRestApi(let input): input
    case .deleteRestApi(let input): input
    case .importRestApi(let input): input
    case .putRestApi(let input): input
    case .createResource(let input): input
    case .ensureResourcePath(let input): input
    case .updateResource(let input): input
    case .deleteResource(let input): input
    case .putGatewayResponse(let input): input
    case .updateGatewayResponse(let input): input
    case .deleteGatewayResponse(let input): input
    case .createModel(let input): input
    case .updateModel(let input): input
    case .deleteModel(let input): input
    case .createRequestValidator(let input): input
    case .updateRequestValidator(let input): input
    case .deleteRequestValidator(let input): input
    case .putMethod(let input): input
    case .updateMethod(let input): input
    case .deleteMethod(let input): input
    case .putMethodResponse(let input): input
    case .updateMethodResponse(let input): input
    case .deleteMethodResponse(let input): input
    case .putIntegration(let input): input
    case .updateIntegration(let input): input
    case .deleteIntegration(let input): input
    case .putIntegrationResponse(let input): input
    case .updateIntegrationResponse(let input): input
    case .deleteIntegrationResponse(let input): input
    case .createDeployment(let input): input
    case .updateDeployment(let input): input
    case .deleteDeployment(let input): input
    case .createStage(let input): input
    case .updateStage(let input): input
    case .deleteStage(let input): input
    case .createAuthorizer(let input): input
    case .createDocumentationPart(let input): input
    case .importDocumentationParts(let input): input
    case .createDocumentationVersion(let input): input
    case .generateClientCertificate(let input): input
    case .createDomainName(let input): input
    case .createDomainNameAccessAssociation(let input): input
    case .rejectDomainNameAccessAssociation(let input): input
    case .createBasePathMapping(let input): input
    case .createVpcLink(let input): input
    case .updateAccessory(let input): input
    case .deleteAccessory(let input): input
    case .updateAccount(let input): input
    case .tagResource(let input): input
    case .untagResource(let input): input
    case .restore(let input): input
    case .batch(let input): input
    }
  }
}
