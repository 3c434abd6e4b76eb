/// Everything that can change a workspace, by API Gateway's operation names.
///
/// Console, command line and control plane all come to one of these values; the rules that decide
/// them stand behind `GatewayState.decide` alone.
public indirect enum Command: Sendable, Hashable {
  case createApiKey(CreateApiKey)
  case updateApiKey(UpdateApiKey)
  case deleteApiKey(DeleteApiKey)
  case importApiKeys(ImportApiKeys)
  case rotateApiKey(RotateApiKey)
  case createUsagePlan(CreateUsagePlan)
  case updateUsagePlan(UpdateUsagePlan)
  case deleteUsagePlan(DeleteUsagePlan)
  case createUsagePlanKey(CreateUsagePlanKey)
  case deleteUsagePlanKey(DeleteUsagePlanKey)
  case updateUsage(UpdateUsage)
  case createRestApi(CreateRestApi)
  case updateRestApi(UpdateRestApi)
  case deleteRestApi(DeleteRestApi)
  case importRestApi(ImportRestApi)
  case putRestApi(PutRestApi)
  case createResource(CreateResource)
  case ensureResourcePath(EnsureResourcePath)
  case updateResource(UpdateResource)
  case deleteResource(DeleteResource)
  case putGatewayResponse(PutGatewayResponse)
  case updateGatewayResponse(UpdateGatewayResponse)
  case deleteGatewayResponse(DeleteGatewayResponse)
  case createModel(CreateModel)
  case updateModel(UpdateModel)
  case deleteModel(DeleteModel)
  case createRequestValidator(CreateRequestValidator)
  case updateRequestValidator(UpdateRequestValidator)
  case deleteRequestValidator(DeleteRequestValidator)
  case putMethod(PutMethod)
  case updateMethod(UpdateMethod)
  case deleteMethod(DeleteMethod)
  case putMethodResponse(PutMethodResponse)
  case updateMethodResponse(UpdateMethodResponse)
  case deleteMethodResponse(DeleteMethodResponse)
  case putIntegration(PutIntegration)
  case updateIntegration(UpdateIntegration)
  case deleteIntegration(DeleteIntegration)
  case putIntegrationResponse(PutIntegrationResponse)
  case updateIntegrationResponse(UpdateIntegrationResponse)
  case deleteIntegrationResponse(DeleteIntegrationResponse)
  case createDeployment(CreateDeployment)
  case updateDeployment(UpdateDeployment)
  case deleteDeployment(DeleteDeployment)
  case createStage(CreateStage)
  case updateStage(UpdateStage)
  case deleteStage(DeleteStage)
  case createAuthorizer(CreateAuthorizer)
  case createDocumentationPart(CreateDocumentationPart)
  case importDocumentationParts(ImportDocumentationParts)
  case createDocumentationVersion(CreateDocumentationVersion)
  case generateClientCertificate(GenerateClientCertificate)
  case createDomainName(CreateDomainName)
  case createDomainNameAccessAssociation(CreateDomainNameAccessAssociation)
  case rejectDomainNameAccessAssociation(RejectDomainNameAccessAssociation)
  case createBasePathMapping(CreateBasePathMapping)
  case createVpcLink(CreateVpcLink)
  case updateAccessory(UpdateAccessory)
  case deleteAccessory(DeleteAccessory)
  case updateAccount(UpdateAccount)
  case tagResource(TagResource)
  case untagResource(UntagResource)
  case restore(Restore)
  case batch(Batch)

  /// The operation's name, for example `CreateApiKey`.
  public var operationName: String {
    switch self {
    case .createApiKey: "CreateApiKey"
    case .updateApiKey: "UpdateApiKey"
    case .deleteApiKey: "DeleteApiKey"
    case .importApiKeys: "ImportApiKeys"
    case .rotateApiKey: "RotateApiKey"
    case .createUsagePlan: "CreateUsagePlan"
    case .updateUsagePlan: "UpdateUsagePlan"
    case .deleteUsagePlan: "DeleteUsagePlan"
    case .createUsagePlanKey: "CreateUsagePlanKey"
    case .deleteUsagePlanKey: "DeleteUsagePlanKey"
    case .updateUsage: "UpdateUsage"
    case .createRestApi: "CreateRestApi"
    case .updateRestApi: "UpdateRestApi"
    case .deleteRestApi: "DeleteRestApi"
    case .importRestApi: "ImportRestApi"
    case .putRestApi: "PutRestApi"
    case .createResource: "CreateResource"
    case .ensureResourcePath: "EnsureResourcePath"
    case .updateResource: "UpdateResource"
    case .deleteResource: "DeleteResource"
    case .putGatewayResponse: "PutGatewayResponse"
    case .updateGatewayResponse: "UpdateGatewayResponse"
    case .deleteGatewayResponse: "DeleteGatewayResponse"
    case .createModel: "CreateModel"
    case .updateModel: "UpdateModel"
    case .deleteModel: "DeleteModel"
    case .createRequestValidator: "CreateRequestValidator"
    case .updateRequestValidator: "UpdateRequestValidator"
    case .deleteRequestValidator: "DeleteRequestValidator"
    case .putMethod: "PutMethod"
    case .updateMethod: "UpdateMethod"
    case .deleteMethod: "DeleteMethod"
    case .putMethodResponse: "PutMethodResponse"
    case .updateMethodResponse: "UpdateMethodResponse"
    case .deleteMethodResponse: "DeleteMethodResponse"
    case .putIntegration: "PutIntegration"
    case .updateIntegration: "UpdateIntegration"
    case .deleteIntegration: "DeleteIntegration"
    case .putIntegrationResponse: "PutIntegrationResponse"
    case .updateIntegrationResponse: "UpdateIntegrationResponse"
    case .deleteIntegrationResponse: "DeleteIntegrationResponse"
    case .createDeployment: "CreateDeployment"
    case .updateDeployment: "UpdateDeployment"
    case .deleteDeployment: "DeleteDeployment"
    case .createStage: "CreateStage"
    case .updateStage: "UpdateStage"
    case .deleteStage: "DeleteStage"
    case .createAuthorizer: "CreateAuthorizer"
    case .createDocumentationPart: "CreateDocumentationPart"
    case .importDocumentationParts: "ImportDocumentationParts"
    case .createDocumentationVersion: "CreateDocumentationVersion"
    case .generateClientCertificate: "GenerateClientCertificate"
    case .createDomainName: "CreateDomainName"
    case .createDomainNameAccessAssociation: "CreateDomainNameAccessAssociation"
    case .rejectDomainNameAccessAssociation: "RejectDomainNameAccessAssociation"
    case .createBasePathMapping: "CreateBasePathMapping"
    case .createVpcLink: "CreateVpcLink"
    case .updateAccessory(let input): "Update\(input.ref.operationNoun)"
    case .deleteAccessory(let input): "Delete\(input.ref.operationNoun)"
    case .updateAccount: "UpdateAccount"
    case .tagResource: "TagResource"
    case .untagResource: "UntagResource"
    case .restore: "Restore"
    case .batch: "Batch"
    }
  }
}
