import GatewayModel

extension SampleEntities {
  static let domainArn =
    "arn:aws:apigateway:us-east-1:000000000000:/domainnames/in.example.com+d1e2f3g4h5"

  static let authorizer = Authorizer(
    id: "t1u2v3", name: "token", type: "TOKEN", authType: "custom",
    authorizerUri: "arn:aws:apigateway:us-east-1:lambda:path/f/invocations",
    identitySource: "method.request.header.Authorization", authorizerResultTtlInSeconds: 0)

  static let documentationPart = DocumentationPart(
    id: "x1y2z3", location: DocumentationPartLocation(type: "METHOD", path: "/pets", method: "GET"),
    properties: #"{"summary":"all pets"}"#)

  /// One of every kind, in the order of the kinds.
  static let accessories: [any Accessory] = [
    authorizer, documentationPart,
    DocumentationVersion(
      version: "v1", description: "first", createdDate: later, parts: [documentationPart]),
    ClientCertificate(
      clientCertificateId: "c1c2c3",
      pemEncodedCertificate: "-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----\n",
      createdDate: time, expirationDate: later, tags: ["a": "b"]),
    DomainName(
      domainName: "in.example.com", domainNameId: "d1e2f3g4h5",
      endpointConfiguration: EndpointConfiguration(
        types: ["PRIVATE"], ipAddressType: "dualstack"), securityPolicy: "TLS_1_2"),
    DomainNameAccessAssociation(domainNameArn: domainArn, accessAssociationSource: "vpce-1"),
    BasePathMapping(
      domainName: "api.example.com", basePath: "(none)", restApiId: "a1b2c3d4e5", stage: "prod"),
    VpcLink(
      id: "l1l2l3", name: "link",
      targetArns: ["arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/n/1"]),
  ]
}
