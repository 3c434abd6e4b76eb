import GatewayModel

/// A bench with one accessory of every kind, each as its rules first allow.
struct AccessoryBench {
  static let uri =
    "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/"
    + "arn:aws:lambda:us-east-1:000000000000:function:f/invocations"
  static let pool = "arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_a"
  static let balancer =
    "arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/n/1"

  var bench: ApiWorkbench
  let authorizer: AuthorizerID
  let pool: AuthorizerID
  let part: String
  let certificate: String
  let link: String
  /// The key of the private domain.
  let privateDomain: String
  let association: String

  var api: RestApiID { bench.api }

  init() throws {
    var bench = try ApiWorkbench()
    let api = bench.api
    try bench.mock("GET", "/")
    try bench.mock("GET", "/test")
    try bench.deploy("prod")
    func make(_ command: Command) throws -> String {
      guard case .accessory(let ref) = try bench.run(command).subjects.first else {
        throw ApiWorkbench.Unexpected()
      }
      return ref.key
    }
    authorizer = try make(.createAuthorizer(Self.token(api)))
    pool = try make(
      .createAuthorizer(
        .init(
          restApiId: api, name: "pool", type: "COGNITO_USER_POOLS", providerARNs: [Self.pool],
          identitySource: "method.request.header.Authorization")))
    part = try make(
      .createDocumentationPart(
        .init(restApiId: api, location: .init(type: "API"), properties: #"{"a":"b"}"#)))
    _ = try make(
      .createDocumentationVersion(.init(restApiId: api, documentationVersion: "v1")))
    certificate = try make(.generateClientCertificate(.init(description: "d")))
    _ = try make(
      .createDomainName(
        .init(
          domainName: "api.example.com", regionalCertificateArn: "arn:aws:acm:a:b:certificate/c",
          endpointConfiguration: .init(types: ["REGIONAL"]))))
    privateDomain = try make(
      .createDomainName(
        .init(
          domainName: "in.example.com", endpointConfiguration: .init(types: ["PRIVATE"]))))
    guard let domain = bench.state.domainNames[privateDomain] else {
      throw ApiWorkbench.Unexpected()
    }
    association = try make(
      .createDomainNameAccessAssociation(
        .init(domainNameArn: domain.arn, accessAssociationSource: "vpce-1")))
    _ = try make(
      .createBasePathMapping(
        .init(domainName: "api.example.com", basePath: "v1", restApiId: api, stage: "prod")))
    link = try make(.createVpcLink(.init(name: "link", targetArns: [Self.balancer])))
    self.bench = bench
  }

  static func token(_ api: RestApiID) -> Command.CreateAuthorizer {
    Command.CreateAuthorizer(
      restApiId: api, name: "token", type: "TOKEN", authorizerUri: uri,
      identitySource: "method.request.header.Authorization")
  }

  /// Has `GET /test` ask the token authorizer.
  mutating func askAuthorizer() throws {
    try bench.run(
      .updateMethod(
        .init(
          restApiId: api, resourceId: "/test", httpMethod: "GET",
          patchOperations: [
            .replace("/authorizerId", authorizer), .replace("/authorizationType", "CUSTOM"),
          ])))
  }

  /// The names of all of them, one of each kind.
  var refs: [AccessoryRef] {
    [
      AccessoryRef(Authorizer.self, authorizer, of: api),
      AccessoryRef(DocumentationPart.self, part, of: api),
      AccessoryRef(DocumentationVersion.self, "v1", of: api),
      AccessoryRef(ClientCertificate.self, certificate),
      AccessoryRef(DomainName.self, "api.example.com"),
      AccessoryRef(DomainNameAccessAssociation.self, association),
      AccessoryRef(BasePathMapping.self, "api.example.com/v1"),
      AccessoryRef(VpcLink.self, link),
    ]
  }
}
