/// The ARN of an entity that takes tags.
///
/// Partition, region and account are those of the caller's configuration and are not looked at: a
/// workspace is one account in one region.
/// Source: API Gateway developer guide, "ARNs of API Gateway resources".
public struct ResourceArn: Sendable, Hashable {
  /// The entity.
  public let ref: EntityRef

  /// The ARN of an entity, or nil if it takes no tags.
  public init?(_ ref: EntityRef) {
    guard Self.path(of: ref) != nil else { return nil }
    self.ref = ref
  }

  /// Reads an ARN such as `arn:aws:apigateway:us-east-1::/apikeys/k4n5u6fj8p`.
  ///
  /// - Parameter text: Not percent-encoded.
  /// - Throws: `badRequest` when it is no ARN of API Gateway; `notFound` when what it names cannot be
  ///   here.
  public init(_ text: String, field: String = "resourceArn") throws(CommandError) {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", parts[2] == "apigateway", parts[5].first == "/"
    else {
      throw CommandError(
        .badRequest, "Invalid ARN specified in the request", field: field,
        remedy: "Use an ARN such as arn:aws:apigateway:us-east-1::/apikeys/ID.")
    }
    guard let ref = Self.ref(at: String(parts[5])) else {
      throw CommandError(
        .notFound, "Invalid resource ARN specified", field: field,
        remedy: "Keys, usage plans, APIs, stages, client certificates, domain names, access "
          + "associations and VPC links take tags.")
    }
    self.ref = ref
  }

  /// The ARN's text.
  ///
  /// - Parameter region: For example `us-east-1`.
  public func text(region: String = defaultRegion) -> String {
    "arn:aws:apigateway:\(region)::\(Self.path(of: ref) ?? "/")"
  }

  /// The region shown where none is configured.
  public static let defaultRegion = "us-east-1"
}

// MARK: - Paths

extension ResourceArn {
  /// The collections of the accessories that take tags.
  private static let collections: [EntityKind: String] = [
    .clientCertificate: "/clientcertificates/", .domainName: "/domainnames/",
    .domainNameAccessAssociation: "/domainnameaccessassociations/", .vpcLink: "/vpclinks/",
  ]

  private static func path(of ref: EntityRef) -> String? {
    switch ref {
    case .apiKey(let id): "/apikeys/\(id)"
    case .usagePlan(let id): "/usageplans/\(id)"
    case .restApi(let id): "/restapis/\(id)"
    case .stage(let id): "/restapis/\(id.apiId)/stages/\(id.stage)"
    case .accessory(let ref) where ref.kind == .domainNameAccessAssociation:
      // Its key is its ARN.
      ref.key.split(separator: ":", maxSplits: 5).last.map(String.init)
    case .accessory(let ref): collections[ref.kind].map { $0 + ref.key }
    default: nil
    }
  }

  private static func ref(at path: String) -> EntityRef? {
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    switch (parts.first, parts.count) {
    case ("apikeys", 2): return .apiKey(parts[1])
    case ("usageplans", 2): return .usagePlan(parts[1])
    case ("restapis", 2): return .restApi(parts[1])
    case ("restapis", 4) where parts[2] == "stages":
      return .stage(ApiStageID(apiId: parts[1], stage: parts[3]))
    case ("domainnameaccessassociations", 5):
      let association = "arn:aws:apigateway:\(defaultRegion):\(Account.id):\(path)"
      return .accessory(AccessoryRef(DomainNameAccessAssociation.self, association))
    default:
      let kind = collections.first { $0.value == "/\(parts[0])/" }?.key
      guard let kind, parts.count == 2 else { return nil }
      return AccessoryRef(kind: kind, key: parts[1]).map(EntityRef.accessory)
    }
  }
}
