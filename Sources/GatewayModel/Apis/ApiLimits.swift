/// How many parts and how much text an API may have.
///
/// The counts of resources and stages stand with the rules of those entities.
/// Source: API Gateway developer guide, "Quotas for configuring and running a REST API".
public enum ApiLimits {
  /// Characters of the id of an API and of its root resource.
  public static let apiIdLength = 10
  /// Characters of the id of any other part of an API.
  public static let partIdLength = 6
  /// APIs of a workspace whose endpoint type is `REGIONAL`.
  public static let maximumRegionalApis = 600
  /// APIs of a workspace whose endpoint type is `EDGE`.
  public static let maximumEdgeApis = 120
  /// APIs of a workspace whose endpoint type is `PRIVATE`.
  public static let maximumPrivateApis = 600
  /// The body sizes from which compression can begin, in bytes.
  public static let compressionSizeBytes = 0...10_485_760
  /// A resource policy, in bytes.
  public static let policyLimitBytes = 8_192
  /// A mapping template, in bytes.
  public static let mappingTemplateLimitBytes = 300 * 1_024
  /// A model's schema, in bytes.
  public static let modelSchemaLimitBytes = 400 * 1_024
  /// A stage's access log format, in bytes.
  public static let accessLogFormatLimitBytes = 3 * 1_024
  /// How long a cached answer may live, in seconds.
  public static let cacheTimeToLiveSeconds = 0...3_600
  /// The share of a stage's requests a canary may take, in percent.
  public static let canaryPercent = 0.0...100.0

  /// How many APIs of one endpoint type a workspace can have.
  ///
  /// - Parameter endpointType: `EDGE`, `REGIONAL` or `PRIVATE`.
  public static func maximumApis(endpointType: String) -> Int {
    switch endpointType {
    case "EDGE": maximumEdgeApis
    case "PRIVATE": maximumPrivateApis
    default: maximumRegionalApis
    }
  }
}
