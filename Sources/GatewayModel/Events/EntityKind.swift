/// The kinds of entities; the raw value is the word the journal uses.
public enum EntityKind: String, Sendable, Hashable, CaseIterable {
  case account
  case apiKey = "apikey"
  case usagePlan = "usageplan"
  case usagePlanKey = "usageplankey"
  case usageAdjustment = "usageadjustment"
  case restApi = "restapi"
  case resource
  case method
  case deployment
  case stage
  case gatewayResponse = "gatewayresponse"
  case model
  case requestValidator = "requestvalidator"
  case authorizer
  case documentationPart = "documentationpart"
  case documentationVersion = "documentationversion"
  case clientCertificate = "clientcertificate"
  case domainName = "domainname"
  case domainNameAccessAssociation = "domainnameaccessassociation"
  case basePathMapping = "basepathmapping"
  case vpcLink = "vpclink"
}
