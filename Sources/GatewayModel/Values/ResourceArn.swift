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
    switch ref {
    case .apiKey, .usagePlan, .restApi, .stage: self.ref = ref
    default: return nil
    }
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
    let path = parts[5].dropFirst().split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    switch (path.first, path.count) {
    case ("apikeys", 2): ref = .apiKey(path[1])
    case ("usageplans", 2): ref = .usagePlan(path[1])
    case ("restapis", 2): ref = .restApi(path[1])
    case ("restapis", 4) where path[2] == "stages":
      ref = .stage(ApiStageID(apiId: path[1], stage: path[3]))
    default:
      throw CommandError(
        .notFound, "Invalid resource ARN specified", field: field,
        remedy: "Keys, usage plans, APIs and stages take tags here.")
    }
  }

  /// The ARN's text.
  ///
  /// - Parameter region: For example `us-east-1`.
  public func text(region: String = defaultRegion) -> String {
    "arn:aws:apigateway:\(region)::/\(path)"
  }

  private var path: String {
    switch ref {
    case .apiKey(let id): "apikeys/\(id)"
    case .usagePlan(let id): "usageplans/\(id)"
    case .stage(let id): "restapis/\(id.apiId)/stages/\(id.stage)"
    default: "restapis/\(ref.apiId ?? "")"
    }
  }

  /// The region shown where none is configured.
  public static let defaultRegion = "us-east-1"
}
