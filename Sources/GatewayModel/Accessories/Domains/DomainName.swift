/// A name of the operator's own under which stages are reached; kept and shown.
///
/// Source: API Gateway REST API reference, DomainName.
public struct DomainName: Accessory, TaggedAccessory {
  /// For example `api.example.com`.
  public var domainName: String
  /// Tells private domains of one name apart; nil for others.
  public var domainNameId: String?
  /// How it is reached; a domain has one type.
  public var endpointConfiguration: EndpointConfiguration
  /// Its address at the edge or in the region, which DNS points to; nil for a private domain.
  public var target: String?
  /// The certificate's name and ARN of an edge or private domain.
  public var certificateName: String?
  /// The certificate's ARN of an edge or private domain.
  public var certificateArn: String?
  /// When that certificate was named.
  public var certificateUploadDate: Timestamp?
  /// The certificate's name of a regional domain.
  public var regionalCertificateName: String?
  /// The certificate's ARN of a regional domain.
  public var regionalCertificateArn: String?
  /// Proves who owns the domain when mutual TLS uses an imported certificate.
  public var ownershipVerificationCertificateArn: String?
  /// A TLS policy by name.
  public var securityPolicy: String?
  /// `BASIC` or `STRICT`.
  public var endpointAccessMode: String?
  /// Which client certificates are trusted.
  public var mutualTlsAuthentication: MutualTlsAuthentication?
  /// Who may invoke a private domain, JSON text.
  public var policy: String?
  /// Who may manage a private domain, JSON text.
  public var managementPolicy: String?
  /// Whether base-path mappings, routing rules or both route requests.
  public var routingMode: String
  /// At most 50 tags.
  public var tags: [String: String]

  /// A domain name; members with defaults are set afterwards.
  public init(
    domainName: String, domainNameId: String? = nil,
    endpointConfiguration: EndpointConfiguration = EndpointConfiguration(),
    target: String? = nil, securityPolicy: String? = nil,
    routingMode: String = "BASE_PATH_MAPPING_ONLY", tags: [String: String] = [:]
  ) {
    self.domainName = domainName
    self.domainNameId = domainNameId
    self.endpointConfiguration = endpointConfiguration
    self.target = target
    self.securityPolicy = securityPolicy
    self.routingMode = routingMode
    self.tags = tags
  }

  /// `domainName`.
  public static let kind = EntityKind.domainName
  /// `domain name`.
  public static let noun = "domain name"
  /// The name, and for a private domain its id behind a plus, as ARNs have it.
  public var key: String { Self.key(domainName, domainNameId) }

  /// The key of a domain.
  ///
  /// - Parameters:
  ///   - name: For example `api.example.com`.
  ///   - id: Of a private domain; nil or empty for others.
  public static func key(_ name: String, _ id: String?) -> String {
    id.flatMap(\.nonEmpty).map { "\(name)+\($0)" } ?? name
  }

  /// The name, and a private domain's id, that a key is made of.
  static func parts(of key: String) -> (name: String, id: String?) {
    let parts = key.split(separator: "+", maxSplits: 1).map(String.init)
    return (parts.first ?? "", parts.count > 1 ? parts[1] : nil)
  }

  /// The domain as API Gateway prints it.
  public func wire(_ form: WireForm) -> JSONValue {
    let type = endpointConfiguration.types.first
    var object = JSONObject()
    object.add("certificateArn", text: certificateArn)
    object.add("certificateName", text: certificateName)
    object.add("certificateUploadDate", certificateUploadDate.map(JSONValue.timestamp))
    object.add("distributionDomainName", text: type == "EDGE" ? target : nil)
    object.add("distributionHostedZoneId", text: type == "EDGE" ? Self.edgeZoneId : nil)
    object.add("domainName", text: domainName)
    object.add("domainNameArn", text: domainNameId.map { _ in arn })
    object.add("domainNameId", text: domainNameId)
    object.add("domainNameStatus", text: "AVAILABLE")
    object.add("endpointAccessMode", text: endpointAccessMode)
    object.add("endpointConfiguration", endpointConfiguration.wire)
    object.add("managementPolicy", text: managementPolicy)
    object.add("mutualTlsAuthentication", mutualTlsAuthentication?.wire)
    object.add("ownershipVerificationCertificateArn", text: ownershipVerificationCertificateArn)
    object.add("policy", text: policy)
    object.add("regionalCertificateArn", text: regionalCertificateArn)
    object.add("regionalCertificateName", text: regionalCertificateName)
    object.add("regionalDomainName", text: type == "REGIONAL" ? target : nil)
    object.add("regionalHostedZoneId", text: type == "REGIONAL" ? Self.regionalZoneId : nil)
    object.add("routingMode", text: routingMode)
    object.add("securityPolicy", text: securityPolicy)
    object.add("tags", form.tags(tags))
    return .object(object)
  }

  /// The ARN by which access associations name a private domain.
  public var arn: String {
    "arn:aws:apigateway:\(ResourceArn.defaultRegion):\(Account.id):/domainnames/\(key)"
  }

  /// The hosted zone of every distribution at the edge.
  ///
  /// Source: Amazon Route 53 reference, "AliasTarget".
  static let edgeZoneId = "Z2FDTNDATAQYW2"
  /// The hosted zone of regional endpoints in the region that is shown.
  ///
  /// Source: AWS general reference, "Amazon API Gateway endpoints and quotas".
  static let regionalZoneId = "Z1UJRXOUMOOFQ8"
}
