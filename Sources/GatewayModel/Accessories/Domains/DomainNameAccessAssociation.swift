/// Lets a VPC endpoint reach a private domain name; kept and shown.
///
/// Source: API Gateway REST API reference, DomainNameAccessAssociation.
public struct DomainNameAccessAssociation: Accessory, TaggedAccessory {
  /// The private domain.
  public var domainNameArn: String
  /// `VPCE`.
  public var accessAssociationSourceType: String
  /// The VPC endpoint.
  public var accessAssociationSource: String
  /// At most 50 tags.
  public var tags: [String: String]

  /// An association with all its members.
  public init(
    domainNameArn: String, accessAssociationSourceType: String = "VPCE",
    accessAssociationSource: String, tags: [String: String] = [:]
  ) {
    self.domainNameArn = domainNameArn
    self.accessAssociationSourceType = accessAssociationSourceType
    self.accessAssociationSource = accessAssociationSource
    self.tags = tags
  }

  /// `domainNameAccessAssociation`.
  public static let kind = EntityKind.domainNameAccessAssociation
  /// `access association`.
  public static let noun = "access association"
  /// Its ARN.
  public var key: String { domainNameAccessAssociationArn }

  /// The ARN, which tells domain and endpoint.
  public var domainNameAccessAssociationArn: String {
    "arn:aws:apigateway:\(ResourceArn.defaultRegion):\(Account.id):"
      + "/domainnameaccessassociations/domainname/\(domainKey)/vpcesource/\(accessAssociationSource)"
  }

  /// The key of the domain, which its ARN ends with.
  var domainKey: String {
    domainNameArn.lastIndex(of: "/").map { String(domainNameArn[$0...].dropFirst()) } ?? ""
  }

  /// The association as API Gateway prints it.
  public func wire(_ form: WireForm) -> JSONValue {
    var object = JSONObject()
    object.add("accessAssociationSource", text: accessAssociationSource)
    object.add("accessAssociationSourceType", text: accessAssociationSourceType)
    object.add("domainNameAccessAssociationArn", text: domainNameAccessAssociationArn)
    object.add("domainNameArn", text: domainNameArn)
    object.add("tags", form.tags(tags))
    return .object(object)
  }
}

extension DomainNameAccessAssociation: WorkspaceAccessory {
  static var shelf: WritableKeyPath<GatewayState, [String: DomainNameAccessAssociation]> {
    \.domainNameAccessAssociations
  }

  static var rules: AccessoryRules<DomainNameAccessAssociation> {
    AccessoryRules(
      unknown: "Invalid domain name access association identifier specified",
      field: "domainNameAccessAssociationArn", patch: [],
      awsNames: { [.text("domain-name-access-association-arn", $0.key)] },
      check: { (association, state, _) throws(CommandError) in
        guard let domain = state.domainNames[association.domainKey],
          domain.arn == association.domainNameArn, domain.domainNameId != nil
        else {
          throw CommandError(
            .notFound, DomainName.rules.unknown, field: "domainNameArn",
            remedy: "Use the ARN of a private domain name of this workspace.")
        }
        guard association.accessAssociationSource.hasPrefix("vpce-") else {
          throw CommandError(
            .badRequest, "Invalid access association source specified",
            field: "accessAssociationSource", remedy: "Use the id of a VPC endpoint, vpce-….")
        }
      })
  }
}
